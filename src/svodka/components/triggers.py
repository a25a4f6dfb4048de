"""Triggers: the words that may tell an event, the verb that carries them, and how a noun among them stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from svodka.components import clauses
from svodka.components.scene import Scene
from svodka.components.segments import is_predicate
from svodka.language.words import Word, Words
from svodka.rules.events import Frame
from svodka.rules.events.cues import PROPOSED
from svodka.rules.events.lexicon import ATTENDING, DISCUSSING, LIGHT_NOUNS, MEASURING, SUPPORT, TAKING
from svodka.rules.rule import words

_REFLEXIVE = ("ся", "сь")
_ARGUMENTS = frozenset(("nsubj", "nsubj:pass", "obj", "iobj"))
_TAKEN_PART = words("участие интерес")
_ANNIVERSARY = re.compile(r"\d+-лети", re.IGNORECASE)
_PREPARING = words("подготовка работа")
_FRAMING = words("в на во при")
_COMPANIONS_WITHIN = 4
_DASHES = ("–", "—", "-")
_SUPPORT = SUPPORT | {word.removesuffix("ся").removesuffix("сь") for word in SUPPORT}
# In whose names which events may be told; a trigger inside another name tells nothing.
_TOLD_IN_NAMES = {
    "DOC": frozenset(("AGREEMENT", "CONTRACT")),
    "EVT": frozenset(("FORUM", "HUMANITARIAN", "CELEBRATION", "MEETING")),
    "ORG": frozenset(("VISIT",)),
}


@dataclass(frozen=True, slots=True)
class Site:
    """A trigger in its clause.

    Attributes:
        trigger: The trigger word.
        carrier: The verb that carries tense and status for a noun trigger, else the trigger itself.
        passive: The carrier is a passive or reflexive form.
        tokens: All words of the trigger, in text order.
        standing: How a noun stands: ``predicated attended framed verbless`` or empty.
    """

    trigger: Word
    carrier: Word
    passive: bool
    tokens: tuple[Word, ...]
    standing: str = ""


class TriggerFinder:
    """Find the frames that the words of a document may trigger."""

    def __init__(self, frames: Sequence[Frame]) -> None:
        self._rows: dict[str, list[Frame]] = {}
        for frame in frames:
            for lemma in sorted(frame.lemmas):
                self._rows.setdefault(lemma, []).append(frame)
        self._lemmas = frozenset(lemma + ending for lemma in self._rows for ending in ("", *_REFLEXIVE))

    def candidates(self, words: Iterable[Word]) -> list[Word]:
        """Return the words with the lemma of a trigger or a digit first («65-летие»): no others may trigger frames."""
        known = self._lemmas
        return [word for word in words if word.lemma in known or word.text[0].isdigit()]

    def at(self, token: Word, scene: Scene) -> Iterator[tuple[Frame, Site]]:
        """Yield the frames that a token may trigger, in the order of the table, each with its site."""
        sites: dict[tuple[tuple[Word, ...], bool], Site] = {}  # frames of one word mostly share its site
        for frame, reflexive in self._frames(token):
            tokens = _words(token, frame)
            if tokens is None or not _has_form(token, frame) or not _may_be_told(token, frame, scene):
                continue
            site = sites.get((tokens, reflexive))
            if site is None:
                site = sites[tokens, reflexive] = _site(token, tokens, scene, reflexive=reflexive)
            if _stands(frame, site, scene):
                yield frame, site

    def _frames(self, token: Word) -> Iterator[tuple[Frame, bool]]:
        lemma = "летие" if token.text[0].isdigit() and _ANNIVERSARY.match(token.text) else token.lemma
        verbal = token.pos_ == "VERB" or bool(token.form)
        rows = [(frame, False) for frame in self._rows.get(lemma, ())]
        if lemma.endswith(_REFLEXIVE) and verbal:
            known = self._rows.get(lemma[:-2], ())
            rows += [(frame, True) for frame in known if frame.reflexive and lemma not in frame.lemmas]
        for frame, reflexive in rows:
            if verbal == (frame.pos == "VERB") and (verbal or token.pos_ in ("NOUN", "PROPN") or lemma == "летие"):
                yield frame, reflexive


def _may_be_told(token: Word, frame: Frame, scene: Scene) -> bool:
    """Tell whether a trigger stands outside names, or in one that tells events of the frame's type."""
    entity = scene.named(token)
    return entity is None or frame.type in _TOLD_IN_NAMES.get(scene.label(entity), ())


def _has_form(token: Word, frame: Frame) -> bool:
    if frame.pos == "NOUN":
        return not frame.plural or _is_plural(token)
    short = "Short" if token.feature("Variant") == "Short" else ""
    return not frame.forms or token.form in frame.forms or short in frame.forms


def _is_plural(token: Word) -> bool:
    """Tell whether a noun or the adjective before it is plural; «связи» alone the tagger cannot tell."""
    before = token.nbor(-1) if token.i > token.sent.start else token
    described = before.pos_ == "ADJ" and before.feature("Number") == "Plur"
    return token.feature("Number") == "Plur" or described


def _words(token: Word, frame: Frame) -> tuple[Word, ...] | None:
    """Return the words of a trigger; ``None`` where a word that the frame asks for is not there."""
    if frame.preposition:
        word = next((child for child in token.children if child.dep_ == "case" and child.i < token.i), None)
        if word is None or word.lower_ != frame.preposition:
            return None
        return tuple(token.doc[word.i : token.i + 1])
    if not frame.companions and not frame.without:
        return (token,)
    near = token.doc[token.i + 1 : min(token.i + 1 + _COMPANIONS_WITHIN, token.sent.end)]
    if frame.without and any(other.lemma in frame.without for other in (*near, *token.children)):
        return None
    if not frame.companions:
        return (token,)
    found = next((other for other in near if other.lemma in frame.companions), None)
    if found is not None:
        return tuple(token.doc[token.i : found.i + 1]) if frame.joined else (token,)
    if not frame.joined and any(child.lemma in frame.companions for child in _below(token)):
        return (token,)
    return None


def _below(token: Word) -> Iterator[Word]:
    for child in token.children:
        yield child
        yield from child.children


def _site(token: Word, tokens: tuple[Word, ...], scene: Scene, *, reflexive: bool) -> Site:
    """Return the trigger with the verb that carries its tense, and how it stands to it."""
    if token.form or token.pos_ == "VERB":
        return Site(token, token, reflexive or token.feature("Voice") == "Pass", tokens)
    top = _topmost(token)
    head = _lexical(top.head)
    standing = _standing(top, head)
    carrier = token
    bringing = None if standing else _bringing(token, scene)
    if bringing is not None:
        standing, carrier = "predicated", bringing
    elif standing:
        carrier = head if head.pos_ in ("VERB", "AUX") else head.head
    elif not scene.segments.has_predicate(token) and (
        top.dep_ not in ("nmod", "obl") or head.pos_ not in ("NOUN", "PROPN")
    ):
        standing = "verbless"
    return Site(token, carrier, _is_passive(carrier), tokens, standing)


def _bringing(token: Word, scene: Scene) -> Word | None:
    """Return the infinitive before a noun of which it is the object though the tree hangs it elsewhere."""
    if token.case not in ("Acc", "Nom") or clauses.preposition(token) or token.dep_ in clauses.SUBJECTS:
        return None
    for before in reversed(token.doc[scene.segments.of(token).start : token.i]):
        if before.pos_ == "VERB":
            bringing = before.form == "Inf" and before.lemma in SUPPORT
            return before if bringing else None
        if before.pos_ in ("NOUN", "PROPN") and before.i not in scene.dated and not clauses.preposition(before):
            return None
    return None


def _is_passive(verb: Word) -> bool:
    """Tell whether a verb that carries a noun is passive; reflexives of their own («состояться») are not."""
    lemma = verb.lemma
    if lemma.endswith(_REFLEXIVE):
        return lemma not in SUPPORT and lemma[:-2] in SUPPORT | DISCUSSING
    return verb.feature("Voice") == "Pass"


def _lexical(verb: Word) -> Word:
    """Return the verb that a modal or aspectual one stands for («может быть принято», «начали строить»)."""
    below = (child for child in verb.children if child.dep_ in ("xcomp", "csubj") and _plain(child) in _SUPPORT)
    return next(below, verb) if verb.pos_ in {"VERB", "ADJ"} else verb


def _topmost(token: Word) -> Word:
    """Return the noun that stands for a trigger in its clause: over coordination and nouns such as «проведение»."""
    top = token
    for _ in range(4):
        head = top.head
        light = top.case == "Gen" and head.lemma in LIGHT_NOUNS
        prepared = head.lemma in _PREPARING and clauses.preposition(top) in ("к", "по")
        if (top.dep_ == "conj" and head.pos_ == "NOUN") or (top.dep_ == "nmod" and (light or prepared)):
            top = head
        else:
            break
    return top


def _plain(verb: Word) -> str:
    """Return a verb's lemma without the reflexive ending («вестись» is «вести»)."""
    return verb.lemma.removesuffix("ся").removesuffix("сь")


def _standing(top: Word, head: Word) -> str:
    """Return how a noun stands to the word above it."""
    lemma = _plain(head)
    known = _SUPPORT
    verbal = head.pos_ in ("VERB", "AUX") and head != top
    bare = not clauses.preposition(top)
    if verbal and lemma in known and (top.dep_ in _ARGUMENTS or (bare and top.dep_ in ("obl", "nmod"))):
        return "predicated"
    if verbal and lemma in known and clauses.preposition(top) in ("с", "к") and top.dep_ == "obl":
        return "predicated"
    if head.lemma in _TAKEN_PART and head.head.pos_ == "VERB" and head.head.lemma in ATTENDING:
        return "attended"
    if verbal and clauses.preposition(top) in _FRAMING and top.dep_ in ("obl", "nmod", "advmod"):
        takes_part = any(child.lemma in _TAKEN_PART for child in head.children)
        if head.lemma in (ATTENDING if takes_part else ATTENDING - TAKING):
            return "attended"
        if lemma in DISCUSSING or head.lemma in DISCUSSING:
            return "framed"
    return ""


def _stands(frame: Frame, site: Site, scene: Scene) -> bool:
    """Tell whether a trigger stands as its frame demands."""
    if frame.active and site.passive:
        return False
    if frame.figured and not _has_figure(frame, site, scene):
        return False
    if not frame.standing or frame.pos == "VERB":
        return True
    return any(
        standing == site.standing
        or (standing == "named" and _bears_name(site.trigger, scene))
        or (standing == "wanted" and site.trigger.head.lemma in PROPOSED)
        or (standing == "measured" and _is_measured(site.trigger, scene))
        for standing in frame.standing
    )


def _has_figure(frame: Frame, site: Site, scene: Scene) -> bool:
    found = scene.figures_in(list(scene.segments.of(site.trigger)))
    return any(scene.figures[index].value.kind in frame.figured for index in found)


def _bears_name(token: Word, scene: Scene) -> bool:
    entity = scene.entity(token)
    return entity is not None and scene.label(entity) in ("EVT", "DOC")


def _is_measured(token: Word, scene: Scene) -> bool:
    """Tell whether a figure says how much a noun is, with no verb («импорт – втрое», «при урожайности 34 ц/га»)."""
    case = token.case
    if clauses.preposition(token) == "при":
        return _amount(token.doc, range(token.i + 1, token.i + 3), scene)
    if case not in ("Nom", "") or clauses.preposition(token) or token.dep_ in ("amod", "appos"):
        return False
    segment = scene.segments.of(token)
    before = token.doc[max(token.i - 2, segment.start) : token.i]
    if any(other.text in _DASHES for other in before):  # «полтора миллиарда рублей – экспорт области»
        return _amount(token.doc, range(max(before[0].i - 3, segment.start), token.i), scene)
    dash = next(
        (t for t in token.doc[token.i + 1 : segment.end] if t.text in _DASHES or t.text == "," or is_predicate(t)), None
    )
    if dash is None or dash.text not in _DASHES:
        return not scene.segments.has_predicate(token) and _amount(token.doc, range(token.i + 1, token.i + 6), scene)
    return _amount(token.doc, range(dash.i + 1, min(dash.i + 4, segment.end)), scene)


def _amount(doc: Words, places: range, scene: Scene) -> bool:
    """Tell whether an amount that measures something stands at one of the tokens."""
    found = (scene.counted.get(index) for index in places if index < len(doc))
    return any(index is not None and scene.figures[index].value.kind in MEASURING for index in found)
