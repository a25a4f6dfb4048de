"""Writing the site: pages, their addresses, and the order in which they are made."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from markupsafe import Markup

from svodka.analysis.entities import Presence, presences
from svodka.analysis.identity import Key
from svodka.core.records import Failure, Record
from svodka.report.corpus import CorpusPages, entity_file
from svodka.report.document import document_body
from svodka.report.page import Page, Printer
from svodka.report.wording import Language, word
from svodka.store import write_atomically

CORPUS = ("documents", "chronology", "entities", "regions", "indicators", "claims")


@dataclass(frozen=True, slots=True)
class Run:
    """What a report is about: a run by its name, with gold for some of its documents."""

    name: str
    records: Sequence[Record]
    failures: Sequence[Failure] = ()
    gold: Mapping[str, Record] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Row:
    """A document in the index."""

    name: str
    title: str | None
    address: str
    anchor: str | None
    counts: tuple[int, ...]


def write_site(run: Run, folder: Path, language: Language = "ru") -> Path:
    """Write the site and return its first page.

    Args:
        run: What to show.
        folder: Where to write; files of an earlier report there are replaced.
        language: Which language the interface opens in.
    """
    printer = Printer(language)
    pages = [_document_page(number, record, single=False) for number, record in enumerate(run.records, 1)]
    by_id = {id(record): page for record, page in zip(run.records, pages, strict=True)}

    def write(page: Page, body: Markup, here: str = "") -> None:
        up = "../" * page.address.count("/")
        navigation = [(name, f"{up}{_file(name)}") for name in CORPUS]
        write_atomically(folder / page.address, printer.whole(page, [body], navigation, here))

    rows = []
    for record, page in zip(run.records, pages, strict=True):
        body, verdicts = document_body(printer, page, record, run.gold.get(record.doc_id))
        write(page, body)
        rows.append(_row(record, page.address, verdicts, gold=bool(run.gold)))
    write(_corpus_page("documents", language), _index(printer, run, rows, language), "documents")
    corpus = CorpusPages(printer, run.records, lambda record, item: f"{by_id[id(record)].address}#{item}")
    own = {presence.key: presence for presence in presences(run.records) if _has_page(presence)}
    addresses = {key: f"entities/{entity_file(key)}" for key in own}
    for name, body in _corpus_bodies(corpus, language, addresses):
        write(_corpus_page(name, language), body, name)
    above = CorpusPages(printer, run.records, lambda record, item: f"../{by_id[id(record)].address}#{item}")
    beside = {key: entity_file(key) for key in own}
    for key, presence in own.items():
        page = Page("entity", presence.key.name, addresses[key])
        write(page, above.entity(page, presence, beside), "entities")
    return folder / _file("documents")


def write_single(run: Run, file: Path, language: Language = "ru") -> Path:
    """Write the report as one file that needs no other; entities have no pages of their own there."""
    printer = Printer(language)
    pages = [_document_page(number, record, single=True) for number, record in enumerate(run.records, 1)]
    by_id = {id(record): page for record, page in zip(run.records, pages, strict=True)}
    bodies, rows = [], []
    for record, page in zip(run.records, pages, strict=True):
        body, verdicts = document_body(printer, page, record, run.gold.get(record.doc_id))
        bodies.append(body)
        rows.append(_row(record, page.address, verdicts, gold=bool(run.gold)))
    first = _corpus_page("documents", language)
    corpus = CorpusPages(printer, run.records, lambda record, item: f"#{by_id[id(record)].prefix}{item}")
    others = [body for _, body in _corpus_bodies(corpus, language, {})]
    navigation = [(name, f"#{name}") for name in CORPUS]
    whole = [_index(printer, run, rows, language), *others, *bodies]
    write_atomically(file, printer.whole(first, whole, navigation, ""))
    return file


def _corpus_bodies(corpus: CorpusPages, language: Language, own: Mapping[Key, str]) -> Iterator[tuple[str, Markup]]:
    yield "chronology", corpus.chronology(_corpus_page("chronology", language))
    yield "entities", corpus.entities(_corpus_page("entities", language), own)
    yield "regions", corpus.regions(_corpus_page("regions", language))
    yield "indicators", corpus.indicators(_corpus_page("indicators", language))
    yield "claims", corpus.claims(_corpus_page("claims", language))


def _has_page(presence: Presence) -> bool:
    """Tell whether there is more to say of an entity than one mention: a page each would bury the others."""
    return presence.mentions > 1 or bool(presence.events)


def _index(printer: Printer, run: Run, rows: Sequence[_Row], language: Language) -> Markup:
    page = _corpus_page("documents", language)
    return printer.body("index", page, run=run.name, rows=rows, failures=run.failures, gold=bool(run.gold))


def _file(name: str) -> str:
    return "index.html" if name == "documents" else f"{name}.html"


def _corpus_page(name: str, language: Language) -> Page:
    return Page(name, word(name, language), _file(name))


def _document_page(number: int, record: Record, *, single: bool) -> Page:
    name = f"{number:04}-{record.doc_id.replace('#', '-')}"
    title = record.source.title or record.source.path
    if single:
        return Page(f"p{number}", title, f"#p{number}", f"p{number}-")
    return Page("document", title, f"documents/{name}.html")


def _row(record: Record, address: str, verdicts: Counter[str], *, gold: bool) -> _Row:
    layers = (record.entities, record.dates, record.figures, record.events, record.issues)
    judged = tuple(verdicts[name] for name in ("hit", "false", "miss")) if gold else ()
    counts = (len(record.text), *map(len, layers), *judged)
    return _Row(record.source.path, record.source.title, address, record.anchor_date.value, counts)
