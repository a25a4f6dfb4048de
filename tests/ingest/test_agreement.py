"""One release in five formats gives the same dates, figures and events as its clean text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from functools import cache

import pytest

from svodka.clean import clean
from svodka.core.records import Record
from svodka.core.source import Source
from svodka.ingest.read import read, read_bytes
from svodka.language.morphology import Morphology
from svodka.pipeline import extract
from tests.ingest import make
from tests.texts import LARGE_SEED

pytestmark = [pytest.mark.models, pytest.mark.slow]

LEAST = 0.98
ANCHOR = "2023"
MAKERS: dict[str, Callable[[Sequence[str]], bytes]] = {
    "docx": make.docx, "odt": make.odt, "rtf": make.rtf, "html": make.page, "pdf": make.pdf,
}  # fmt: skip


@cache
def paragraphs() -> tuple[str, ...]:
    morphology = Morphology()
    return tuple(clean(read(LARGE_SEED), morphology.is_known, morphology.is_adjective).text.split("\n\n"))


@cache
def expected() -> Record:
    return extract(Source.from_text("\n\n".join(paragraphs())), anchor_date=ANCHOR)


def facts(record: Record) -> dict[str, Counter[tuple[object, ...]]]:
    return {
        "dates": Counter((date.text, date.edtf, date.role) for date in record.dates),
        "figures": Counter((f.text, f.kind, f.value, f.low, f.high, f.unit, f.comparator) for f in record.figures),
        "events": Counter((event.type, event.status, event.trigger.text) for event in record.events),
    }


@pytest.mark.parametrize("name", MAKERS)
def test_every_format_tells_the_same(name: str) -> None:
    if name == "pdf" and make.FONT is None:
        pytest.skip("no font with Cyrillic letters is installed")
    record = extract(read_bytes(MAKERS[name](paragraphs()), f"release.{name}"), anchor_date=ANCHOR)
    wanted = facts(expected())
    for layer, found in facts(record).items():
        common = sum((found & wanted[layer]).values())
        score = 2 * common / (found.total() + wanted[layer].total())
        assert score >= LEAST, (layer, score, found - wanted[layer], wanted[layer] - found)
