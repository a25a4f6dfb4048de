"""Abbreviations: in brackets after a full name, or by its initials; both stand for one thing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from svodka.core.findings import MentionFinding
from svodka.core.spans import Span, SpanIndex
from svodka.language.columns import Columns
from svodka.rules import names
from svodka.rules.rule import REMEMBERED_WORDS, fold

_DEFINED = re.compile(
    r"\s?\((?:далее\s?[–—-]?\s?)?(?P<short>(?:[A-ZА-ЯЁ]|[а-яё]{1,4}(?=[A-ZА-ЯЁ]))[\w-]*[A-ZА-ЯЁ][\w-]*)\)"
)
_FOREIGN = re.compile(r"\s?\([A-Za-z]")
_LINKING_WORDS = frozenset(("и", "по", "в", "при", "на", "для", "с", "о"))


def abbreviated(
    columns: Columns, found: Sequence[MentionFinding], taken: SpanIndex[MentionFinding]
) -> list[MentionFinding]:
    """Return the mentions with those of abbreviations named after what they stand for, and those still missing.

    Args:
        columns: The document.
        found: Its mentions; coordinated names apart they do not overlap.
        taken: Their places; those of what is still missing are added.
    """
    text = columns.text
    meanings = {**_by_initials(text, found), **dict(_defined(text, found, taken))}
    foreign = _foreign(text, found)
    renamed = [_meant(text, mention, meanings, foreign) for mention in found]
    return [*renamed, *_unseen(columns, meanings, taken)]


def _defined(
    text: str, found: Sequence[MentionFinding], taken: SpanIndex[MentionFinding]
) -> Iterator[tuple[str, MentionFinding]]:
    """Yield what stands in brackets after a full name: «Торговый дом „Луч“ (ТДЛ)»."""
    for mention in found:
        match = _DEFINED.match(text, mention.end)
        if match is None or mention.label == "PER" or text[mention.start : mention.end].isupper():
            continue
        inside = list(taken.overlapping(Span(*match.span("short"))))
        placed = mention.label == "LOC" and mention.rule == "loc.gazetteer"
        if not placed and not any(other.label == "LOC" for other in inside):
            yield match["short"], mention


def _by_initials(text: str, found: Sequence[MentionFinding]) -> dict[str, MentionFinding]:
    """Return the bodies that the text names in full by their initials; initials that fit two bodies mean none."""
    named: dict[str, dict[str, MentionFinding]] = {}
    for mention in found:
        if mention.label == "ORG" and len(mention.spans) == 1:
            for short in _initials(text[mention.start : mention.end]):
                named.setdefault(short, {}).setdefault(fold(mention.name), mention)
    return {short: next(iter(full.values())) for short, full in named.items() if len(full) == 1}


def _initials(name: str) -> tuple[str, ...]:
    """Return what a name of several words can be shortened to.

    Examples:
        >>> _initials("Торгово-промышленная палата"), _initials("Союз по защите прав"), _initials("Дума области")
        (('ТПП',), ('СЗП', 'СПЗП'), ())
    """
    words = re.findall(r"[^\W\d_]+", name)
    chosen = ["".join(word[0] for word in words if fold(word) not in _LINKING_WORDS), "".join(w[0] for w in words)]
    return tuple(dict.fromkeys(short.upper() for short in chosen if 3 <= len(short) <= 7))


def _foreign(text: str, found: Sequence[MentionFinding]) -> dict[int, MentionFinding]:
    """Return by its beginning what a name in another alphabet, in brackets, repeats: «Знание (Knowledge)»."""
    starts = {mention.start: mention for mention in found}
    repeated: dict[int, MentionFinding] = {}
    for mention in found:
        match = _FOREIGN.match(text, mention.end)
        other = starts.get(match.end() - 1) if match else None
        if other is not None and other.label == mention.label and text[other.end : other.end + 1] == ")":
            repeated[other.start] = mention
    return repeated


def _meant(
    text: str, mention: MentionFinding, meanings: dict[str, MentionFinding], foreign: dict[int, MentionFinding]
) -> MentionFinding:
    """Return a mention under the name of what it stands for."""
    short = text[mention.start : mention.end]
    full = foreign.get(mention.start) or (meanings.get(_bare(short)) if mention.label != "PER" else None)
    if full is None or full.start == mention.start or mention.rule == "loc.gazetteer":
        return mention
    return mention.model_copy(update={"label": full.label, "name": full.name, "kind": full.kind, "iso": full.iso})


def _unseen(
    columns: Columns, meanings: dict[str, MentionFinding], taken: SpanIndex[MentionFinding]
) -> Iterator[MentionFinding]:
    """Yield the abbreviations that no mention covers, and take their places."""
    for index, text in enumerate(columns.texts) if meanings else ():
        full = meanings.get(_bare(text))
        if full is not None and not taken.meets(span := columns.span(index, index + 1)):
            mention = full.model_copy(update={"spans": (span,), "rule": f"{full.label.lower()}.abbreviation"})
            taken.add(span, mention)
            yield mention


@lru_cache(REMEMBERED_WORDS)
def _bare(word: str) -> str:
    """Return an abbreviation without a case ending: «ЦКАДа»."""
    return names.initialism(word) or word
