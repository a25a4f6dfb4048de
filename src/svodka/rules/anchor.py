"""From which date relative expressions count: option, metadata, dateline, address of the page, or the text itself.

The anchor is the date of publication as far as it is known. It never comes from a clock;
without evidence there is none.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from svodka.core import edtf
from svodka.core.spans import Span
from svodka.rules.dates import Reading, read
from svodka.rules.rule import Match, fold

Origin = Literal["option", "metadata", "dateline", "url", "text", "none"]

_HEAD = 600
_LINE = re.compile(r"[^\n]+")
_TOWN = r"(?:[а-я-]+(?:\s[а-я-]+)?,\s)?"
_URL_DAY = re.compile(r"/(?P<year>(?:19|20)\d\d)[/-](?P<month>0[1-9]|1[0-2])[/-](?P<day>0[1-9]|[12]\d|3[01])(?!\d)")
_FULL = re.compile(r"\d{4}-\d\d-\d\d(?:T[^/]*)?")
_LABEL_REACH = 40
_LABEL = re.compile(
    r"(?:дата\s+(?:и\s+время\s+)?(?:публикации|размещения|создания|выпуска|выхода|новости)\s*[:–-]?"
    r"|(?:опубликован|размещен|добавлен|создан)[оа]?\s*:)\s*$"
)
_SENTENCE_END = re.compile(r"(?:^|[.!?…»\"]|\n)\s*\Z")
_STAMP_END = re.compile(r"\s*(?:$|\n|[|•·–—]|\s[А-ЯЁ])")
_CLOCK = re.compile(r",\s\d\d?[:.]\d\d")
_RESULTS = re.compile(r"(?:итог(?:ам|и|ах)|результат(?:ам|ы|ах))\s+$")


@dataclass(frozen=True, slots=True)
class Anchor:
    """The anchor date as an EDTF day, month or year, where it comes from, and its evidence in the text."""

    value: str | None
    origin: Origin
    span: Span | None = None


def find_anchor(text: str, metadata: Mapping[str, str], option: str | None = None) -> Anchor:
    """Return the anchor date of a document.

    Args:
        text: The clean text.
        metadata: What the reader knows: ``published`` and ``url``.
        option: The date that the user gave; it wins.

    Examples:
        >>> find_anchor("МИНСК, 14 февраля 2023 г. /Агентство/ Сегодня подписан план.", {})
        Anchor(value='2023-02-14', origin='dateline', span=Span(start=7, end=25))
        >>> find_anchor("По итогам 2022 года экспорт вырос.", {}).value
        '2023'
    """
    if option:
        return Anchor(option, "option")
    if published := metadata.get("published"):
        return Anchor(published[:10], "metadata")
    found = read(text)
    return (
        _labelled(text, found)
        or _dateline(text, found)
        or _stamped(text, found)
        or _from_url(metadata.get("url", ""))
        or _told_year(text, found)
        or Anchor(None, "none")
    )


def _labelled(text: str, found: list[Match[Reading]]) -> Anchor | None:
    """Return the full date that the page calls that of its publication: «Дата публикации: 6 мая 2025 года»."""
    for match in found:
        before = fold(text[max(0, match.span.start - _LABEL_REACH) : match.span.start])
        if _FULL.fullmatch(match.value.edtf or "") and _LABEL.search(before):
            return Anchor((match.value.edtf or "")[:10], "dateline", match.span)
    return None


def _stamped(text: str, found: list[Match[Reading]]) -> Anchor | None:
    """Return a full date with its clock time that stands alone among the first sentences: the stamp of a page."""
    for match in found:
        if match.span.start > _HEAD:
            return None
        day = match.value.edtf or ""
        alone = _SENTENCE_END.search(text, 0, match.span.start) and _STAMP_END.match(text, match.span.end)
        if alone and _FULL.fullmatch(day) and "T" in day and " в " not in text[match.span.start : match.span.end]:
            return Anchor(day[:10], "dateline", match.span)
    return None


def _dateline(text: str, found: list[Match[Reading]]) -> Anchor | None:
    """Return a full date that opens one of the first lines, alone or after a town."""
    for line in _LINE.finditer(text, 0, min(len(text), _HEAD)):
        for match in found:
            value = match.value.edtf or ""
            inside = line.start() <= match.span.start and match.span.end <= line.end()
            if not inside or not _FULL.fullmatch(value):
                continue
            before = fold(text[line.start() : match.span.start])
            after = fold(text[match.span.end : line.end()])
            if re.fullmatch(rf"\s*{_TOWN}(?:опубликовано|дата)?[:\s]*", before) and _closes(after):
                return Anchor(value[:10], "dateline", match.span)
    return None


def _closes(after: str) -> bool:
    """Tell whether what follows a date lets it be a dateline: nothing, a mark, or a blank before the text."""
    return not after.strip() or after.lstrip()[0] in "./–|(:" or after[:1] in " \t" or bool(_CLOCK.match(after))


def _from_url(url: str) -> Anchor | None:
    found = _URL_DAY.search(url)
    return Anchor(f"{found['year']}-{found['month']}-{found['day']}", "url") if found else None


def _told_year(text: str, found: list[Match[Reading]]) -> Anchor | None:
    """Return the year in which the text says it is told: that of «на начало 2023 г.», or the one after its results.

    A year that is merely mentioned is no evidence. Where the text speaks of a later year, the evidence does not hold.
    """
    best: Anchor | None = None
    latest = ""
    for match in found:
        reading = match.value
        if reading.edtf is None or reading.role in ("deadline", "base_period") or not edtf.is_valid(reading.edtf):
            continue
        year = reading.edtf[:4]
        if not year.isdigit() or ("/" in reading.edtf.removesuffix("/..") and reading.grain == "year"):
            continue
        latest = max(latest, year)
        results = reading.grain == "year" and _RESULTS.search(
            fold(text[max(0, match.span.start - 40) : match.span.start])
        )
        if not results and not (reading.role == "as_of" and reading.mod == "START"):
            continue
        value = f"{int(year) + 1}" if results else year
        if best is None or value > (best.value or ""):
            best = Anchor(value, "text", match.span)
    return best if best is not None and (best.value or "") >= latest else None
