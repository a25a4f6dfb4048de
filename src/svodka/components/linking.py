"""The component ``svodka_linking``: one entity per thing, with all its mentions and, for persons, their posts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from spacy.language import Language
from spacy.tokens import Doc, Token

from svodka.components import clauses
from svodka.core.findings import EntityFinding, MentionFinding, TitleFinding
from svodka.language import layers
from svodka.rules import names
from svodka.rules.rule import fold

if TYPE_CHECKING:
    from svodka.language.morphology import Morphology

_TITLE_REACH = 14


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
        mentions = layers.read(doc, "mentions", MentionFinding)
        clusters = _clusters(mentions)
        owner = {index: number for number, cluster in enumerate(clusters) for index in cluster}
        titles = self._titles(doc, mentions, owner)
        entities = [
            _entity(doc.text, mentions, cluster, titles.get(number, ())) for number, cluster in enumerate(clusters)
        ]
        layers.write(doc, "entities", entities)
        layers.span_group(
            doc,
            "entities",
            mentions,
            lambda mention: (mention.label, entities[owner[mentions.index(mention)]].name),
        )
        return doc

    def _titles(
        self, doc: Doc, mentions: Sequence[MentionFinding], owner: dict[int, int]
    ) -> dict[int, tuple[TitleFinding, ...]]:
        """Return the posts of each person, by the entity's position: post, of whom in the genitive, name."""
        named = {token.i: index for index, mention in enumerate(mentions) for token in _tokens(doc, mention)}
        holders = {i: index for i, index in named.items() if mentions[index].label in ("LOC", "ORG")}
        found: dict[int, tuple[TitleFinding, ...]] = {}
        last: tuple[int, TitleFinding | None] = (-1, None)
        for index, mention in enumerate(mentions):
            tokens = _tokens(doc, mention)
            if mention.label != "PER" or not tokens:
                continue
            post = _post_before(tokens[0], holders, named)
            title = self._title(doc, post, tokens[0], holders, owner) if post is not None else None
            if title is None and _joins(doc, last[0], tokens[0].i):
                title = last[1]
            last = (tokens[-1].i, title)
            if title is not None:
                found[owner[index]] = (*found.get(owner[index], ()), title)
        return found

    def _title(
        self, doc: Doc, post: Token, person: Token, places: dict[int, int], owner: dict[int, int]
    ) -> TitleFinding:
        """Read the title that begins with ``post``: it ends before the first name or the person."""
        end = next((i for i in range(post.i, person.i) if i in places), person.i)
        of = owner[places[end]] if end < person.i else None
        while end > post.i + 1 and doc[end - 1].pos_ in ("PUNCT", "ADP", "CCONJ"):
            end -= 1
        first = post.i
        while first > post.sent.start and clauses.lemma(doc[first - 1]) in names.POST_MODIFIERS:
            first -= 1
        title = "".join(self._in_nominative(token, post) + token.whitespace_ for token in doc[first:end]).strip()
        last = doc[end - 1]
        return TitleFinding(title=title, of=of, spans=((doc[first].idx, last.idx + len(last)),))

    def _in_nominative(self, token: Token, post: Token) -> str:
        """Return a word of a title as the title's normal form has it: the post and what agrees with it change."""
        if token == post:
            return (self._morphology.inflect(token.text, case="Nom", number="Sing") or str(token.text)).lower()
        if token.pos_ == "ADJ" and token.i < post.i:
            return (
                self._morphology.inflect(token.text, case="Nom", number="Sing", gender="Masc") or token.text
            ).lower()
        return str(token.text)


def _tokens(doc: Doc, mention: MentionFinding) -> list[Token]:
    """Return the tokens of a mention, those between its pieces left out."""
    found: list[Token] = []
    for start, end in mention.spans:
        part = doc.char_span(start, end, alignment_mode="expand")
        found += list(part) if part is not None else []
    return found


def _joins(doc: Doc, before: int, after: int) -> bool:
    """Tell whether only «и» or a comma stands between two persons: they share a post in the plural."""
    between = [token.lower_ for token in doc[before + 1 : after]]
    return before >= 0 and between in (["и"], [","])


def _post_before(person: Token, places: dict[int, int], named: dict[int, int]) -> Token | None:
    """Return the post noun that opens the title before a person: the leftmost one of an unbroken noun phrase."""
    post = None
    for back in range(1, min(_TITLE_REACH, person.i - person.sent.start) + 1):
        token = person.doc[person.i - back]
        if token.i in named and token.i not in places:
            return post
        if token.i in places or token.pos_ in ("NOUN", "ADJ", "PROPN", "ADP", "CCONJ"):
            if clauses.lemma(token) in names.POSTS and token.i not in places:
                if post is not None and clauses.lemma(token) not in names.DEPUTIES:
                    return post
                post = token
        elif token.text != "," or post is not None:
            return post
    return post


def _clusters(mentions: Sequence[MentionFinding]) -> list[list[int]]:
    """Group positions of mentions of one thing, groups and members in text order."""
    groups: list[list[int]] = []
    keys: dict[tuple[str, str], int] = {}
    for index, mention in enumerate(mentions):
        candidates = (keys[key] for key in _keys(mention) if key in keys)
        number = next((n for n in candidates if _may_be_one(mention, mentions[groups[n][0]])), None)
        if number is None:
            number = len(groups)
            groups.append([])
        groups[number].append(index)
        for key in _keys(mention):
            keys.setdefault(key, number)
    return groups


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
    return words[0] if words[-1].endswith(("ович", "евич", "овна", "евна", "ична")) else words[-1]


def _entity(
    text: str, mentions: Sequence[MentionFinding], cluster: Sequence[int], titles: tuple[TitleFinding, ...]
) -> EntityFinding:
    """Make the entity of a cluster: the fullest name, best one that the text spells so, and what is known."""
    members = [mentions[index] for index in cluster]
    spelled = {member.name for member in members if text[member.start : member.end] == member.name}
    name = max((member.name for member in members), key=lambda text: (text in spelled, len(text), text))
    kind = next((member.kind for member in members if member.kind), None)
    iso = next((member.iso for member in members if member.iso), None)
    return EntityFinding(label=members[0].label, name=name, mentions=tuple(cluster), kind=kind, iso=iso, titles=titles)
