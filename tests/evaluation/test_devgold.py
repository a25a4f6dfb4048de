from __future__ import annotations

import json

import pytest

from svodka.core.source import Source
from svodka.evaluation.check import check
from svodka.evaluation.devgold import read_dev_gold
from tests.evaluation.test_brat import DEV_GOLD

TEXT = "В прошлом году экспорт вырос в 1,5 раза."


@pytest.fixture
def release(tmp_path):
    timex = {"type": "DATE", "value": None, "mod": None, "quant": None, "freq": None}
    date = {
        "id": "d7",
        "spans": [[2, 14]],
        "text": "прошлом году",
        "edtf": None,
        "timex3": timex,
        "grain": "year",
    }
    change = {"form": "factor", "direction": "up", "factor": "1.5"}
    figure = {
        "id": "f4", "spans": [[31, 39]], "text": "1,5 раза", "kind": "change", "value": "1.5", "unit": "раз",
        "change": change, "metric": "экспорт", "period": "d7", "rule": None,
    }  # fmt: skip
    data = {
        "sha256": Source.from_text(TEXT).sha256,
        "anchor_date": {"value": None, "origin": "none", "spans": []},
        "entities": [], "dates": [date], "figures": [figure], "events": [],
    }  # fmt: skip
    (tmp_path / "x.txt").write_bytes(TEXT.encode())
    (tmp_path / "x.json").write_text(json.dumps(data), encoding="utf-8")
    return tmp_path / "x.json"


def test_absent_fields_are_filled_and_ids_renumbered(release):
    record = read_dev_gold(release, "corpus/releases/x.txt")
    assert check(record) == ()
    assert (record.dates[0].id, record.figures[0].id, record.figures[0].period) == ("d1", "f1", "d1")
    assert (record.figures[0].unit, record.figures[0].rule) == ("x", "gold")
    assert record.dates[0].timex3.value == "XXXX"


def test_another_text_is_refused(release):
    release.with_suffix(".txt").write_text("Другое.", encoding="utf-8")
    with pytest.raises(ValueError, match="has changed"):
        read_dev_gold(release, "x.txt")


@pytest.mark.skipif(not DEV_GOLD.is_dir(), reason="needs the shared development gold")
def test_the_whole_development_gold_is_sound():
    for path in sorted(DEV_GOLD.glob("*/*.json")):
        assert check(read_dev_gold(path, path.name)) == (), path.name
