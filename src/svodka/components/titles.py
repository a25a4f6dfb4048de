"""Posts of persons: before a name, after it, shared by several, and posts that point back to their holder."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from spacy.tokens import Doc, Token

from svodka.components import clauses
from svodka.core.findings import MentionFinding, TitleFinding
from svodka.language.morphology import Morphology
from svodka.rules import names
from svodka.rules.rule import fold

_REACH = 14
_DASHES = ("–", "—", "-", ":")


class Held(NamedTuple):
    """A title and the entity of its holder."""

    holder: int
    title: TitleFinding


class TitleReader:
    """Read the titles of one document.

    Args:
        doc: The document.
        mentions: Its mentions.
        owner: The entity of each mention.
        morphology: What makes normal forms.
    """

    def __init__(
        self, doc: Doc, mentions: Sequence[MentionFinding], owner: dict[int, int], morphology: Morphology
    ) -> None:
        self._doc = doc
        self._mentions = mentions
        self._owner = owner
        self._morphology = morphology
        self._named = {token.i: index for index, mention in enumerate(mentions) for token in _tokens(doc, mention)}
        self._taken: set[int] = set()
        self._held: list[Held] = []
        self._peers: dict[int, str] = {}  # persons introduced as a colleague, with the post of the other

    def read(self) -> list[Held]:
        """Return the titles in text order."""
        self._beside_names()
        self._shared_lists()
        self._pointing_back()
        return sorted(self._held, key=lambda held: (held.title.spans, held.holder))

    def _beside_names(self) -> None:
        """Read the posts that stand right before or after a person."""
        last: tuple[int, Token | None] = (-1, None)
        sharing = 0
        for index, mention in enumerate(self._mentions):
            tokens = _tokens(self._doc, mention) if mention.label == "PER" else []
            if not tokens:
                continue
            post = self._post_before(tokens[0])
            shared = post is None and last[1] is not None and _joins(self._doc, last[0], tokens[0].i)
            sharing = sharing + 1 if shared else 0
            post = last[1] if shared else post
            if post is None:
                post = self._post_after(tokens[-1])
            last = (tokens[-1].i, post)
            if post is not None:
                realms = self._realms_after(post)
                self._hold(self._owner[index], post, realms[sharing] if 1 < len(realms) > sharing else None)
            elif self._held and clauses.lemma(self._doc[tokens[0].i - 1]) == "коллега":
                self._peers[self._owner[index]] = self._held[-1].title.title.split()[0]

    def _hold(self, holder: int, post: Token, of: int | None = None) -> None:
        """Note a title; where the post leaves open of whom, it is that of the holder's other title."""
        title = self._title(post)
        if of is None and title.of is None and clauses.feature(post, "Number") == "Plur":
            of = next(
                (held.title.of for held in self._held if held.holder == holder and held.title.of is not None), None
            )
        title = title if of is None else title.model_copy(update={"of": of})
        self._taken |= {token.i for token in self._doc[post.i : self._end(post)]}
        self._held.append(Held(holder, title))

    def _post_before(self, person: Token) -> Token | None:
        """Return the post noun that opens the title before a person: the leftmost one of an unbroken noun phrase."""
        post: Token | None = None
        for back in range(1, min(_REACH, person.i - person.sent.start) + 1):
            token = self._doc[person.i - back]
            if self._label(token.i) == "PER":
                return post
            if self._label(token.i) in ("LOC", "ORG") or token.pos_ in ("NOUN", "ADJ", "PROPN", "ADP", "CCONJ"):
                if self._is_post(token):
                    if post is not None and not _opens(token, post):
                        return post
                    post = token
            elif token.text not in (",", "«", "»") or (token.text == "," and post is not None):
                return post
            if token.pos_ == "CCONJ" and post is not None:
                return post
        return post

    def _post_after(self, person: Token) -> Token | None:
        """Return the post that follows a person after a comma or a dash, unless it is the next person's."""
        index = person.i + 1
        if index + 1 >= person.sent.end or self._doc[index].text not in (",", "–", "—", "("):
            return None
        index += 1
        while index < person.sent.end and clauses.lemma(self._doc[index]) in names.POST_MODIFIERS:
            index += 1
        if index >= person.sent.end or not self._is_post(self._doc[index]):
            return None
        for token in self._doc[index + 1 : min(index + _REACH, person.sent.end)]:
            if self._label(token.i) == "PER":
                return None
            if token.text in (",", ".", ";", ")", "–", "—"):
                break
        return self._doc[index]

    def _is_post(self, token: Token) -> bool:
        noun = token.pos_ in ("NOUN", "PROPN", "ADJ") and self._label(token.i) not in ("LOC", "ORG", "PER")
        return noun and clauses.lemma(token) in names.POSTS

    def _label(self, index: int) -> str:
        mention = self._named.get(index)
        return self._mentions[mention].label if mention is not None else ""

    def _end(self, post: Token) -> int:
        """Return where the title ends: before a name, a verb or a mark; a generic place says only of whom."""
        index = post.i + 1
        while index < post.sent.end and self._inside(self._doc[index], index == post.i + 1):
            index += 1
        while index > post.i + 1 and (
            self._doc[index - 1].pos_ in ("PUNCT", "ADP", "CCONJ", "ADJ") or self._label(index) == "DOC"
        ):
            index -= 1
        return index

    def _inside(self, token: Token, first: bool) -> bool:
        if token.i in self._named or clauses.lemma(token) in names.GENERIC_OWNERS:
            return False
        if token.pos_ == "PUNCT":
            return token.text == "," and not first and self._lists(token)
        if token.pos_ == "CCONJ":
            return not first and self._lists(token)
        oblique = clauses.case(token) in ("Gen", "") or clauses.lemma(self._doc[token.i - 1]) == "по"
        return (token.pos_ in ("NOUN", "ADJ", "PROPN") and oblique and not token.text.isdigit()) or token.lower_ == "по"

    def _lists(self, joint: Token) -> bool:
        """Tell whether a comma or «и» joins two fields («промышленности, торговли и предпринимательства»)."""
        if joint.i + 1 >= len(self._doc):
            return False
        before, after = self._doc[joint.i - 1], self._doc[joint.i + 1]
        plain = after.i not in self._named and clauses.lemma(after) not in names.POSTS
        return plain and clauses.case(before) == clauses.case(after) == "Gen" and after.pos_ in ("NOUN", "ADJ")

    def _title(self, post: Token) -> TitleFinding:
        """Read the title that begins with a post, and of which body or place it is."""
        end = self._end(post)
        first = post.i
        while first > post.sent.start and clauses.lemma(self._doc[first - 1]) in names.POST_MODIFIERS:
            first -= 1
        words = self._doc[first:end]
        title = "".join(self._in_nominative(token, post) + token.whitespace_ for token in words).strip()
        last = self._doc[end - 1]
        return TitleFinding(title=title, of=self._of(post, end), spans=((self._doc[first].idx, last.idx + len(last)),))

    def _of(self, post: Token, end: int) -> int | None:
        """Return the entity that follows the title; a generic «региона» means the region named last before it."""
        index = end
        while index < post.sent.end and self._doc[index].pos_ in ("ADJ", "DET") and index not in self._named:
            index += 1
        if index >= post.sent.end:
            return None
        if self._label(index) in ("LOC", "ORG") and not self._mentions[self._named[index]].rule.endswith("adjective"):
            return self._owner[self._named[index]]
        generic = next(
            (token for token in self._doc[end : end + 3] if clauses.lemma(token) in names.GENERIC_REGIONS), None
        )
        if generic is None or clauses.feature(generic, "Number") == "Plur":
            return None
        earlier = [i for i, m in enumerate(self._mentions) if m.kind == "region" and m.start < post.idx]
        return self._owner[earlier[-1]] if earlier else None

    def _in_nominative(self, token: Token, post: Token) -> str:
        """Return a word of a title as the title's normal form has it: the post and what agrees with it change."""
        if token == post:
            lemma = clauses.lemma(token)
            inflected = self._morphology.inflect(token.text, case="Nom", number="Sing")
            return lemma if lemma in names.POSTS else (inflected or token.text).lower()
        if token.pos_ == "ADJ" and token.i < post.i:
            changed = self._morphology.inflect(token.text, case="Nom", number="Sing", gender="Masc")
            return (changed or token.text).lower()
        return str(token.text)

    def _shared_lists(self) -> None:
        """Give a plural post the persons of the list after its dash: «руководителей регионов – губернатора …»."""
        for post in self._free_posts():
            if clauses.feature(post, "Number") != "Plur":
                continue
            dash = next((t for t in self._doc[post.i + 1 : post.i + 6] if t.text in _DASHES), None)
            if dash is None:
                continue
            for held in list(self._held):
                if dash.idx < held.title.spans[0][0] < dash.sent.end_char:
                    self._hold(held.holder, post)

    def _pointing_back(self) -> None:
        """Give posts without a name to their holder, where the text leaves only one, or as many as the plural names."""
        for post in self._free_posts():
            if post.i in self._taken:
                continue
            for holder in self._holders(post):
                place = next((p for p in self._realms_after(post) if self._same_realm(p, self._realm_of(holder))), None)
                self._hold(holder, post, place)

    def _realm_of(self, holder: int) -> int | None:
        return next((h.title.of for h in self._held if h.holder == holder and h.title.of is not None), None)

    def _free_posts(self) -> Iterator[Token]:
        for token in self._doc:
            if token.i not in self._taken and self._is_post(token) and clauses.lemma(token) in names.LEADING_POSTS:
                yield token

    def _holders(self, post: Token) -> list[int]:
        """Return the persons that a post without a name means.

        With a body or place it is the holder of a leading post there; bare, the last person of that post; in the
        plural, the two of whom the text spoke last.
        """
        before = self._doc[post.i - 1] if post.i > post.sent.start else None
        if before is not None and before.lower_ in names.UNHELD:
            return []
        if before is not None and clauses.lemma(before) == "являться":
            return self._said_of(post)
        title = self._title(post)
        lemma = clauses.lemma(post)
        leaders = sorted((held for held in self._held if _leads(held.title)), key=lambda held: held.title.spans)
        if clauses.feature(post, "Number") == "Plur":
            return self._several(post, leaders)
        if title.of is not None:
            of = [held for held in leaders if self._same_realm(held.title.of, title.of)]
            if lemma == "председатель":
                of = [held for held in of if held.title.of == title.of]
            same = [held for held in leaders if " " in title.title and held.title.title == title.title]
            return [(of or same)[-1].holder] if of or same else []
        near = [h for h in leaders if h.title.title.split()[0] == lemma and h.title.spans[0][0] < post.idx]
        return [near[-1].holder] if near and title.title == lemma and not self._generic_owner(post) else []

    def _said_of(self, post: Token) -> list[int]:
        """Return the person of whom the sentence says that he is the holder: «Министр является руководителем …»."""
        inside = [h.holder for h in self._held if post.sent.start_char <= h.title.spans[0][0] < post.idx]
        persons = [
            self._owner[index]
            for index, mention in enumerate(self._mentions)
            if mention.label == "PER" and post.sent.start_char <= mention.start < post.idx
        ]
        return (inside or persons)[-1:]

    def _several(self, post: Token, leaders: list[Held]) -> list[int]:
        """Return the holders of a plural post: of the places named, else the two leaders named last."""
        public = clauses.lemma(post) in names.HEADS_OF_REGIONS
        first = [held.title.title.split()[0] == clauses.lemma(post) for held in leaders]
        known = [
            held.holder
            for held, same in zip(leaders, first, strict=True)
            if (self._kind(held.title.of) in ("region", "authority")) == public and (public or same)
        ]
        known += [holder for holder, lemma in self._peers.items() if lemma == clauses.lemma(post) and not public]
        places = self._realms_after(post)
        if places:
            found = [
                next(
                    (h.holder for h in reversed(leaders) if h.holder in known and self._same_realm(h.title.of, place)),
                    None,
                )
                for place in places
            ]
            return [holder for holder in found if holder is not None]
        if not self._generic_owner(post):
            return []
        recent = sorted(dict.fromkeys(known), key=lambda holder: -self._last_before(holder, post))[:2]
        return recent if len(recent) == 2 and all(self._last_before(holder, post) >= 0 for holder in recent) else []

    def _last_before(self, holder: int, post: Token) -> int:
        """Return where a person was named last before a post, -1 where nowhere."""
        starts = [self._mentions[i].start for i, owner in self._owner.items() if owner == holder]
        return max((start for start in starts if start < post.idx), default=-1)

    def _kind(self, entity: int | None) -> str | None:
        return next((self._mentions[index].kind for index, owner in self._owner.items() if owner == entity), None)

    def _generic_owner(self, post: Token) -> bool:
        """Tell whether the post says of whom it is in general words: «главы обоих регионов»."""
        for token in self._doc[post.i + 1 : post.sent.end]:
            if clauses.lemma(token) in names.GENERIC_OWNERS:
                return True
            if token.pos_ not in ("ADJ", "DET", "NUM"):
                return False
        return False

    def _realms_after(self, post: Token) -> list[int]:
        found: list[int] = []
        for token in self._doc[post.i + 1 : min(post.i + 9, post.sent.end)]:
            if self._label(token.i) == "LOC":
                for index, mention in enumerate(self._mentions):
                    if mention.start == token.idx and self._owner[index] not in found:
                        found.append(self._owner[index])
            elif token.lower_ not in ("и", ","):
                break
        return found

    def _same_realm(self, one: int | None, other: int | None) -> bool:
        """Tell whether two owners are one, or a place and the body that bears its adjective."""
        if one is None or other is None:
            return False
        return one == other or bool(self._realm(one) & self._realm(other))

    def _realm(self, entity: int) -> set[str]:
        return {
            stem
            for index, owner in self._owner.items()
            if owner == entity
            for stem in [_stem(self._mentions[index].name)]
        }


def _stem(name: str) -> str:
    return fold(name)[: max(4, len(name.split(maxsplit=1)[0]) - 2)] if name else ""


def _leads(title: TitleFinding) -> bool:
    return title.title.split()[0] in names.LEADING_POSTS or title.title in names.LEADING_POSTS


def _opens(token: Token, post: Token) -> bool:
    """Tell whether a post noun opens the title that another one continues: «заместитель губернатора»."""
    lemma = clauses.lemma(token)
    return lemma in names.DEPUTIES or (lemma in names.CHAIRS and token.i + 3 >= post.i)


def _joins(doc: Doc, before: int, after: int) -> bool:
    """Tell whether only «и» or a comma stands between two persons: they share a post in the plural."""
    between = [token.lower_ for token in doc[before + 1 : after]]
    return before >= 0 and between in (["и"], [","])


def _tokens(doc: Doc, mention: MentionFinding) -> list[Token]:
    """Return the tokens of a mention, those between its pieces left out."""
    found: list[Token] = []
    for start, end in mention.spans:
        part = doc.char_span(start, end, alignment_mode="expand")
        found += list(part) if part is not None else []
    return found
