from __future__ import annotations

from pathlib import Path

import pytest

from svodka.evaluation.brat_read import BratError, from_brat
from svodka.evaluation.devgold import read_dev_gold
from svodka.evaluation.score import empty
from svodka.export.brat import to_brat

DEV_GOLD = Path(__file__).parents[2].parent / "shared" / "dev-gold"


def frame(record):
    return empty(record).model_copy(update={"anchor_date": record.anchor_date})


def test_a_record_survives_the_round_trip(gold):
    assert from_brat(to_brat(gold), frame(gold)) == gold


@pytest.mark.skipif(not DEV_GOLD.is_dir(), reason="needs the shared development gold")
def test_the_development_gold_survives_the_round_trip():
    for path in sorted(DEV_GOLD.glob("*/*.json")):
        record = read_dev_gold(path, path.name)
        assert from_brat(to_brat(record), frame(record)) == record


def test_no_annotation_crosses_a_line_end(gold):
    for line in to_brat(gold).splitlines():
        if line.startswith("T"):
            _, head, words = line.split("\t")
            pieces = [tuple(map(int, place.split())) for place in head.split(" ", 1)[1].split(";")]
            assert " ".join(gold.text[start:end] for start, end in pieces) == words


def test_an_edit_made_in_brat_is_read(gold):
    ann = to_brat(gold).replace("A1\tStatus E1 occurred", "A1\tStatus E1 planned")
    ann = ann.replace("PER 29 40\tИван Крупко", "PER 34 40\tКрупко")
    record = from_brat(ann, frame(gold))
    assert record.events[0].status == "planned"
    assert record.entities[0].mentions[0].text == "Крупко"


def test_a_foreign_file_is_refused(gold):
    with pytest.raises(BratError):
        from_brat("T1\tTITLE 0 5\tslово\n#1\tAnnotatorNotes T1\t{}\n", frame(gold))
