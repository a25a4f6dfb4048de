from __future__ import annotations

from pathlib import Path

import pytest

from svodka.evaluation.ceiling import on_gold
from svodka.evaluation.runs import read_gold
from svodka.evaluation.score import score
from tests.texts import PROJECT


@pytest.mark.models
def test_events_on_gold_layers_keep_the_gold_layers(nlp):
    gold = read_gold(Path(PROJECT, "corpus", "gold"), "dev")[:1]
    found = on_gold(gold[0], nlp)
    scores = score(gold, [found], resamples=0)
    assert found.events
    assert all(scores[name].counts.f1 == 1 for name in ("entities.strict", "dates.value", "figures.value"))
