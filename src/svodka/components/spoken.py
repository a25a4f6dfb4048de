"""What a verb of saying reports: direct speech, a clause, or the words that «по словам» frames."""

from __future__ import annotations

import itertools

from svodka.components import clauses
from svodka.components.triggers import Site
from svodka.core.spans import Span
from svodka.language.words import Word

_EDGES = frozenset("«»„“”\"',.–—-:; \n")
_CLOSING = frozenset('»”“"')
_OPENING = frozenset('«„“"')
_DASHES = frozenset("–—-")
_REPORTING = frozenset(("что", "чтобы", "как", "будто"))


def topic(site: Site, *, beside: bool) -> Span | None:
    """Return the extent of what is said, in the trigger's sentence; ``None`` where nothing is.

    Args:
        site: The verb of saying, or the noun of a parenthesis.
        beside: The trigger is a parenthesis; the rest of its sentence is what is said.
    """
    sentence = site.trigger.sent
    tokens = [token for token in sentence if not token.is_space]
    if beside:
        return _rest(site, tokens)
    return _direct(site, tokens) or _reported(site, tokens) or _parenthetical(site, tokens)


def titled(site: Site) -> Span | None:
    """Return what stands in quotation marks after a dash or colon that follows a trigger («Тема форума – „…“»)."""
    tokens = [token for token in site.trigger.sent if not token.is_space and token.i > site.trigger.i]
    for before, token in itertools.pairwise(tokens):
        if before.text in _DASHES or before.text == ":":
            return _trimmed([t for t in tokens if t.i >= token.i]) if token.text in _OPENING else None
    return None


def _direct(site: Site, tokens: list[Word]) -> Span | None:
    """Return the words before «, – сказал X», or after «X сказал: «»."""
    left = next((t for t in reversed(tokens) if t.i < site.trigger.i and t.text in _DASHES), None)
    if left is not None and site.trigger.i - left.i <= 4:
        spoken = [t for t in tokens if t.i < left.i]
        if spoken and spoken[-1].text in ',»”“"!?.' and len(spoken) > 2:
            return _trimmed(spoken)
    colon = next((t for t in tokens if t.i > site.trigger.i and t.text == ":"), None)
    if colon is not None:
        spoken = [t for t in tokens if t.i > colon.i]
        if spoken and spoken[0].text in _OPENING:
            return _trimmed(spoken)
    quoted = next((t for t in tokens if t.i > site.trigger.i and t.text in _OPENING), None)
    if quoted is not None and quoted.i - site.trigger.i <= 5 and tokens[-1].text in (".", "»", "”", '"'):
        before = tokens[quoted.i - tokens[0].i - 1] if quoted.i > tokens[0].i else None
        if before is not None and before.text == ",":
            return _trimmed([t for t in tokens if t.i > quoted.i])
    return None


def _reported(site: Site, tokens: list[Word]) -> Span | None:
    """Return the clause after «, что»; it runs to the end of the sentence."""
    for before, token in itertools.pairwise(tokens):
        near = token.i - site.trigger.i
        if before.text == "," and token.lemma in _REPORTING and 0 < near <= 14:
            if any(t.pos_ == "VERB" and t.form == "Fin" for t in tokens if site.trigger.i < t.i < token.i):
                return None
            return _trimmed([t for t in tokens if t.i > token.i])
    return None


def _parenthetical(site: Site, tokens: list[Word]) -> Span | None:
    """Return what «как сообщает X» or «…, передаёт X» frames, at the beginning or end of its sentence."""
    place = next((place for place, token in enumerate(tokens) if token == site.trigger), 0)
    before = [token.lower_ for token in tokens[max(place - 3, 0) : place]]
    as_told = "как" in before
    start = place - 1 - before[::-1].index("как") if as_told else place
    if not _has_source(site, tokens[place + 1 : place + 4]):
        return None
    if as_told and start == 0:
        comma = next((t.i for t in tokens[place:] if t.text == "," and t.i > site.trigger.i), None)
        return None if comma is None else _trimmed([t for t in tokens if t.i > comma])
    closes = not any(token.text == "," for token in tokens[place:])
    spoken = tokens[: max(start - 1, 0)]
    framed = start > 0 and tokens[start - 1].text == "," and closes and len(spoken) > 1
    finite = any(token.form == "Fin" or token.pos_ == "VERB" for token in spoken)
    return _trimmed(spoken) if framed and finite else None


def _has_source(site: Site, following: list[Word]) -> bool:
    """Tell whether a verb of saying names who says it, or where it is said («сообщили в министерстве»)."""
    if any(token.lower_ == "ли" for token in following):
        return False
    speakers = [head for head in clauses.subjects(site.trigger) if head.pos_ != "PRON" or head.lemma == "он"]
    where = following[:1] and following[0].lower_ in ("в", "во", "на")
    return bool(speakers) or (bool(where) and any(token.case == "Loc" for token in following))


def _rest(site: Site, tokens: list[Word]) -> Span | None:
    """Return the sentence without a parenthesis at its beginning or end."""
    before = next((t.text for t in reversed(tokens) if t.i < site.tokens[0].i), ",")
    if before not in _EDGES and site.tokens[0].i > tokens[0].i + 1:
        return None
    first, last = site.tokens[0].i, max(t.i for t in site.trigger.subtree)
    comma = next((t for t in tokens if t.i > site.trigger.i and t.text == ","), None)
    if first <= tokens[0].i + 3 and comma is not None:
        end = next((t.i for t in tokens if t.text == ";"), tokens[-1].i + 1)
        said = [t for t in tokens if comma.i < t.i < end]
    elif comma is None or last >= tokens[-1].i - 1:
        said = [t for t in tokens if t.i < first]
    else:
        said = [t for t in tokens if t.i > comma.i]
    return _trimmed(said) if len(said) > 1 else None


def _trimmed(tokens: list[Word]) -> Span | None:
    while tokens and tokens[0].text in _EDGES:
        tokens = tokens[1:]
    while tokens and tokens[-1].text in _EDGES:
        tokens = tokens[:-1]
    return clauses.extent(tokens) if tokens else None
