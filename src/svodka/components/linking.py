"""The component ``svodka_linking``: one entity per thing, with all its mentions and, for persons, their posts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from spacy.language import Language
from spacy.tokens import Doc

from svodka.components.cast import Cast
from svodka.components.titles import TitleReader
from svodka.core.findings import EntityFinding, MentionFinding, TitleFinding
from svodka.language import layers
from svodka.language.columns import columns_of
from svodka.rules.rule import REMEMBERED_WORDS, fold

if TYPE_CHECKING:
    from svodka.language.morphology import Morphology


@Language.factory("svodka_linking", requires=["doc._.svodka_mentions"], assigns=["doc._.svodka_entities"])
def make_linking(nlp: Language, name: str) -> Linker:
    """Build the component for ``nlp.add_pipe("svodka_linking")``; it needs ``svodka_entities`` before it."""
    from svodka.language.morphology import Morphology

    return Linker(name, Morphology())


class Linker:
    """Cluster mentions and read titles. Reads the layer ``mentions``; writes ``entities`` and its span group.

    Places cluster by code and name, organisations by their quoted name or normal form, persons by surname and initial.
    """

    def __init__(self, name: str, morphology: Morphology) -> None:
        self.name = name
        self._morphology = morphology
        layers.register()

    def __call__(self, doc: Doc) -> Doc:
        """Link the mentions of one document."""
        columns = columns_of(doc)
        mentions = layers.read(doc, "mentions", MentionFinding)
        clusters = _clusters(mentions)
        owner = {index: number for number, cluster in enumerate(clusters) for index in cluster}
        titles: dict[int, tuple[TitleFinding, ...]] = {}
        for holder, title in TitleReader(columns, Cast(columns, mentions, owner), self._morphology).read():
            titles[holder] = (*titles.get(holder, ()), title)
        entities = [
            _entity(columns.text, mentions, cluster, titles.get(number, ())) for number, cluster in enumerate(clusters)
        ]
        layers.write(doc, "entities", entities)
        named = {mention: entities[owner[index]].name for index, mention in enumerate(mentions)}
        layers.span_group(doc, "entities", mentions, lambda mention: (mention.label, named[mention]))
        return doc


_PATRONYMICS = ("ович", "евич", "овна", "евна", "ична", "ильич")
_CASE_ENDING = re.compile(r"(?:ого|ому|ыми?|ой|ою|ом|ем|а|я|у|ю|е|ы|и)$")
_NAMESAKES = 8  # how many bearers of a name are compared with one more mention


def _clusters(mentions: Sequence[MentionFinding]) -> list[list[int]]:
    """Group positions of mentions of one thing, groups and members in text order."""
    groups: list[list[int]] = []
    keys: dict[tuple[str, str], list[int]] = {}
    for index, mention in enumerate(mentions):
        own = _keys(mention.label, mention.name, mention.iso)
        known = [number for key in own for number in reversed(keys.get(key, ())[-_NAMESAKES:])]
        # Of several persons of one surname the bare surname means the one named last.
        if mention.label == "PER":
            fitting = [n for n in known if _may_be_one(mention.name, mentions[groups[n][0]].name)]
            number = max(fitting, key=lambda n: groups[n][-1], default=None)
        else:
            number = known[0] if known else None
        if number is None:
            number = len(groups)
            groups.append([])
        groups[number].append(index)
        for key in own:
            bearers = keys.setdefault(key, [])
            if number not in bearers[-_NAMESAKES:]:
                bearers.append(number)
    return _with_patronymics(mentions, groups)


def _with_patronymics(mentions: Sequence[MentionFinding], groups: list[list[int]]) -> list[list[int]]:
    """Join «Иван Петрович» with the one person of the text whose first name is Иван."""
    by_first_name: dict[str, list[int]] = {}
    addressed: dict[int, str] = {}
    for number, group in enumerate(groups):
        first = mentions[group[0]]
        if first.label != "PER" or not _words(first.name):
            continue
        if _is_address(first.name):
            addressed[number] = _stem(_words(first.name)[0])
            continue
        given = {_stem(word) for index in group for word in _words(mentions[index].name)}
        for word in sorted(given - {_stem(_surname(first.name))}):
            by_first_name.setdefault(word, []).append(number)
    joined = {
        number: bearers[0] for number, name in addressed.items() if len(bearers := by_first_name.get(name, [])) == 1
    }
    if not joined:
        return groups
    for number, bearer in joined.items():
        groups[bearer] = sorted(groups[bearer] + groups[number])
    kept = [group for number, group in enumerate(groups) if number not in joined]
    return sorted(kept, key=lambda group: group[0])


def _is_address(name: str) -> bool:
    """Tell whether a name is a first name with a patronymic alone."""
    words = _words(name)
    return len(words) == 2 and words[1].endswith(_PATRONYMICS)


def _may_be_one(one: str, other: str) -> bool:
    """Tell whether two persons of one surname can be the same: their first names do not begin differently."""
    initials = _initials(one), _initials(other)
    return not all(initials) or bool(initials[0] & initials[1])


@lru_cache(REMEMBERED_WORDS)
def _initials(name: str) -> frozenset[str]:
    """Return the first letters of a person's names beside the surname."""
    surname = _stem(_surname(name))
    return frozenset(word[0] for word in _words(name) if _stem(word) != surname)


@lru_cache(REMEMBERED_WORDS)
def _keys(label: str, name: str, iso: str | None) -> tuple[tuple[str, str], ...]:
    """Return the keys under which a mention clusters, the surest first."""
    folded = fold(name)
    if label == "PER":
        return (("PER", _stem(_surname(folded))),)
    if label == "ORG":
        quoted = "".join(char for char in folded[folded.find("«") :] if char not in '«»„“”"') if "«" in folded else ""
        return ("ORG", quoted or folded), ("ORG", folded)
    return ((label, f"{iso}/{folded}" if iso else folded),)


@lru_cache(REMEMBERED_WORDS)
def _words(name: str) -> tuple[str, ...]:
    return tuple(fold(name).replace(".", " ").split())


@lru_cache(REMEMBERED_WORDS)
def _stem(surname: str) -> str:
    """Return a surname without its case ending, so that «Богомаза» and «Богомаз» meet."""
    return _CASE_ENDING.sub("", surname)


def _surname(name: str) -> str:
    """Return the surname of a folded normal form: the last word that is no initial, before a patronymic the first.

    Examples:
        >>> _surname("иван крупко"), _surname("савчиц и. а."), _surname("крупко иван петрович")
        ('крупко', 'савчиц', 'крупко')
    """
    words = [word for word in _words(name) if len(word) > 1]
    if not words:
        return name
    return words[0] if words[-1].endswith(_PATRONYMICS) else words[-1]


def _entity(
    text: str, mentions: Sequence[MentionFinding], cluster: Sequence[int], titles: tuple[TitleFinding, ...]
) -> EntityFinding:
    """Make the entity of a cluster: the fullest name, best one that the text spells so, and what is known."""
    members = [mentions[index] for index in cluster]
    spelled = {member.name for member in members if text[member.start : member.end] == member.name}
    name = max(
        (member.name for member in members), key=lambda text: (not _is_address(text), text in spelled, len(text), text)
    )
    kind = next((member.kind for member in members if member.kind), None)
    iso = next((member.iso for member in members if member.iso), None)
    return EntityFinding(label=members[0].label, name=name, mentions=tuple(cluster), kind=kind, iso=iso, titles=titles)
