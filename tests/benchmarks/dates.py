"""Compare this project's dates with natasha's DatesExtractor and with dateparser on the phrases of the tables.

``python -m tests.benchmarks.dates`` prints a table in Markdown: phrases right by value, traps hit, and the time of the
date layer beside slovnet's NER on the seeds, all in one run. natasha's extractor needs pymorphy2 and with it Python
3.10; a tool that cannot be imported is left out. The phrases are the examples of the rows, with their values.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from datetime import datetime
from typing import Any

from svodka.core import edtf
from svodka.core.spans import Span
from svodka.rules import dates
from svodka.rules.dates import DATES, TRAPS, Reading, read
from svodka.rules.resolve import resolve
from svodka.rules.rule import unmark
from tests.texts import SEEDS

for _threads in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(_threads, "1")  # read when numpy is imported, with natasha

ANCHOR = "2024-02-29"
_ROUNDS = 7
Reader = Callable[[str], list[str]]


def phrases() -> list[tuple[str, str]]:
    """Return text and expected value, years filled from the anchor."""
    marked = [unmark(example) for rule in DATES for example in rule.finds]
    return [(text, expected(value)) for text, values in marked for _, value in sorted(values)]


def expected(template: str) -> str:
    """Fill a template that needs only the year; what counts from a date is compared as far as it is written."""
    if not template.startswith("XXXX-") or not edtf.is_valid(template) or template.startswith("XXXX-XX"):
        return template
    (value,) = resolve([(Span(0, 1), Reading(template, "day"))], [Span(0, 1)], ANCHOR)
    return value.edtf or template if value else template


def traps() -> list[str]:
    """Return the texts of the traps."""
    return [unmark(example)[0] for rule in TRAPS for example in rule.finds]


def svodka_reader() -> Reader:
    def run(text: str) -> list[str]:
        found = [(match.span, match.value) for match in read(text)]
        written = [reading.shown() for _, reading in found]
        values = [value for value in resolve(found, [Span(0, len(text))], ANCHOR) if value]
        return [*written, *(value.edtf or value.timex3.value for value in values)]

    return run


def natasha_reader() -> Reader:
    from natasha import DatesExtractor, MorphVocab

    extract = DatesExtractor(MorphVocab())

    def run(text: str) -> list[str]:
        return [
            "-".join(part for part in (str(fact.year or "XXXX"), two(fact.month), two(fact.day)) if part)
            for fact in (match.fact for match in extract(text))
        ]

    return run


def two(number: int | None) -> str:
    return f"{number:02}" if number else ""


def dateparser_reader() -> Reader:
    from dateparser.search import search_dates

    settings = {"RELATIVE_BASE": datetime.fromisoformat(f"{ANCHOR}T12:00:00"), "PREFER_DATES_FROM": "current_period"}

    def run(text: str) -> list[str]:
        return [moment.isoformat() for _, moment in search_dates(text, languages=["ru"], settings=settings) or []]

    return run


def right(values: list[str], wanted: str) -> bool:
    """Tell whether a reader's values say ``wanted``; a moment says a period if it lies in it, a run needs both ends."""
    bare = wanted.removeprefix("../").removesuffix("/..")
    options = {wanted, bare, f"../{bare}", f"{bare}/..", bare[4:] and "XXXX" + bare[4:]}
    if any(value.rstrip("~?") in options or value.removeprefix("../").removesuffix("/..") == bare for value in values):
        return True
    if not edtf.is_valid(bare) or None in edtf.bounds(bare):
        return False
    start, end = edtf.bounds(bare)
    days = [value[:10] for value in values if len(value) >= 10 and edtf.is_valid(value[:10])]
    if "/" in bare or bare[0] == "{":
        return start in days and end in days
    return any(str(start) <= day <= str(end) for day in days)


def measured(name: str, make: Callable[[], Reader]) -> str | None:
    """Return one row of the table, or nothing where the tool cannot be imported."""
    try:
        run = make()
    except (ImportError, AttributeError):
        return None
    cases, texts = phrases(), traps()
    hits = sum(right(run(text), wanted) for text, wanted in cases)
    false = sum(bool(run(text)) for text in texts)
    return f"| {name} | {hits} of {len(cases)} ({hits / len(cases):.0%}) | {false} of {len(texts)} |"


def cost() -> str:
    """Return the processor time of the date layer and of slovnet's NER per 1,000 characters of the seeds.

    Both take turns on one thread; the best round of each counts. No round may take what another one has read.
    """
    from natasha import NewsEmbedding, NewsNERTagger

    tagger = NewsNERTagger(NewsEmbedding())
    texts = [path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob("*.txt"))]

    docs = [segmented(text) for text in texts]
    reader = svodka_reader()

    def spent(run: Callable[[], object]) -> float:
        dates.forget()
        start = time.process_time()
        run()
        return (time.process_time() - start) / sum(map(len, texts)) * 1e6

    rounds = [
        (spent(lambda: [reader(text) for text in texts]), spent(lambda: [doc.tag_ner(tagger) for doc in docs]))
        for _ in range(_ROUNDS)
    ]
    mine, theirs = (min(times) for times in zip(*rounds, strict=True))
    return f"date layer {mine:.2f} ms, slovnet NER {theirs:.2f} ms per 1,000 characters: {mine / theirs:.2f}"


def segmented(text: str) -> Any:
    from natasha import Doc, Segmenter

    doc = Doc(text)
    doc.segment(Segmenter())
    return doc


def main() -> None:
    """Print the table and the cost."""
    print("| tool | phrases right by value | traps hit |\n|---|---|---|")
    readers = {"svodka": svodka_reader, "dateparser": dateparser_reader, "natasha DatesExtractor": natasha_reader}
    for name, make in readers.items():
        print(measured(name, make) or f"| {name} | cannot be imported here | |")
    print(cost())


if __name__ == "__main__":
    main()
