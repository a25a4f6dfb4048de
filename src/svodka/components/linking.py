"""The component ``svodka_linking``: one entity per thing, with all its mentions and, for persons, their posts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from spacy.language import Language
from spacy.tokens import Doc

from svodka.components.cast import Cast
from svodka.components.titles import TitleReader
from svodka.core.findings import EntityFinding, MentionFinding, TitleFinding
from svodka.language import layers
from svodka.language.columns import Columns
from svodka.rules.rule import fold

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
        columns = Columns(doc)
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
_NAMESAKES = 8  # how many bearers of a name are compared with one more mention


def _clusters(mentions: Sequence[MentionFinding]) -> list[list[int]]:
    """Group positions of mentions of one thing, groups and members in text order."""
    groups: list[list[int]] = []
    keys: dict[tuple[str, str], list[int]] = {}
    for index, mention in enumerate(mentions):
        known = [number for key in _keys(mention) for number in reversed(keys.get(key, ())[-_NAMESAKES:])]
        fitting = [n for n in known if _may_be_one(mention, mentions[groups[n][0]])]
        # Of several persons of one surname the bare surname means the one named last.
        number = (
            max(fitting, key=lambda n: groups[n][-1], default=None)
            if mention.label == "PER"
            else next(iter(fitting), None)
        )
        if number is None:
            number = len(groups)
            groups.append([])
        groups[number].append(index)
        for key in _keys(mention):
            bearers = keys.setdefault(key, [])
            if number not in bearers[-_NAMESAKES:]:
                bearers.append(number)
    return _with_patronymics(mentions, groups)


def _with_patronymics(mentions: Sequence[MentionFinding], groups: list[list[int]]) -> list[list[int]]:
    """Join «Иван Петрович» with the one person of the text whose first name is Иван."""
    by_first_name: dict[str, list[int]] = {}
    addressed: dict[int, str] = {}
    for number, group in enumerate(groups):
        words = _words(mentions[group[0]].name) if mentions[group[0]].label == "PER" else []
        if words and _is_address(mentions[group[0]].name):
            addressed[number] = _stem(words[0])
            continue
        given = {_stem(word) for index in group for word in _words(mentions[index].name)} if words else set()
        for word in sorted(given - {_stem(_surname(mentions[group[0]].name))} if words else ()):
            by_first_name.setdefault(word, []).append(number)
    joined = {
        number: bearers[0] for number, name in addressed.items() if len(bearers := by_first_name.get(name, [])) == 1
    }
    for number, bearer in joined.items():
        groups[bearer] = sorted(groups[bearer] + groups[number])
    kept = [group for number, group in enumerate(groups) if number not in joined]
    return sorted(kept, key=lambda group: group[0])


def _is_address(name: str) -> bool:
    """Tell whether a name is a first name with a patronymic alone."""
    words = _words(name)
    return len(words) == 2 and words[1].endswith(_PATRONYMICS)


def _may_be_one(one: MentionFinding, other: MentionFinding) -> bool:
    """Tell whether two persons of one surname can be the same: their first names do not begin differently."""
    if one.label != "PER":
        return True
    initials = [
        {word[0] for word in _words(mention.name) if _stem(word) != _stem(_surname(mention.name))}
        for mention in (one, other)
    ]
    return not all(initials) or bool(initials[0] & initials[1])


def _keys(mention: MentionFinding) -> list[tuple[str, str]]:
    """Return the keys under which a mention clusters, the surest first."""
    folded = fold(mention.name)
    if mention.label == "PER":
        return [("PER", _stem(_surname(folded)))]
    if mention.label == "ORG":
        quoted = "".join(char for char in folded[folded.find("«") :] if char not in '«»„“”"') if "«" in folded else ""
        return [("ORG", quoted or folded), ("ORG", folded)]
    return [(mention.label, f"{mention.iso}/{folded}" if mention.iso else folded)]


def _words(name: str) -> list[str]:
    return fold(name).replace(".", " ").split()


def _stem(surname: str) -> str:
    """Return a surname without its case ending, so that «Богомаза» and «Богомаз» meet."""
    return re.sub(r"(?:ого|ому|ыми?|ой|ою|ом|ем|а|я|у|ю|е|ы|и)$", "", surname)


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
