"""Posts of persons: before a name, after it, shared by several, and posts that point back to their holder."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from svodka.components import clauses
from svodka.components.cast import Cast
from svodka.components.held import Held, HeldTitles
from svodka.components.posts import PostReader
from svodka.language.morphology import Morphology
from svodka.rules import names

_REACH = 14
_NOMINAL = ("NOUN", "ADJ", "PROPN", "ADP", "CCONJ", "DET")
_CHAINS = (",", "–", "—", "-")
_DASHES = ("–", "—", "-", ":")


class TitleReader:
    """Read the titles of one document.

    Args:
        doc: The document.
        cast: What it names.
        morphology: What makes normal forms.
    """

    def __init__(self, doc: Doc, cast: Cast, morphology: Morphology) -> None:
        self._doc = doc
        self._cast = cast
        self._posts = PostReader(doc, cast, morphology)
        self._held = HeldTitles(cast)
        self._taken: set[int] = set()
        self._peers: dict[int, str] = {}  # persons introduced as a colleague, with the post of the other

    def read(self) -> list[Held]:
        """Return the titles in text order."""
        self._beside_names()
        self._shared_lists()
        self._pointing_back()
        return list(self._held)

    def _beside_names(self) -> None:
        """Read the posts that stand right before or after a person."""
        last: tuple[int, Token | None] = (-1, None)
        sharing = 0
        for person, tokens in self._cast.persons():
            post = self._post_before(tokens[0])
            shared = post is None and last[1] is not None and _joins(self._doc, last[0], tokens[0].i)
            sharing = sharing + 1 if shared else 0
            post = last[1] if shared else post
            if post is None:
                post = self._post_after(tokens[-1])
            last = (tokens[-1].i, post)
            if post is not None:
                realms = self._posts.realms_after(post)
                for further in () if shared else self._further(post):
                    self._hold(person, further)
                self._hold(person, post, realms[sharing] if 1 < len(realms) > sharing else None)
                continue
            other = self._held.last()
            if other is not None and clauses.lemma(clauses.preceding(tokens[0])) == "коллега":
                self._peers[person] = other.title.title.split()[0]

    def _hold(self, holder: int, post: Token, of: int | None = None) -> None:
        """Note a title; where the post leaves open of whom, it is that of the holder's other title."""
        title = self._posts.title(post)
        if of is None and title.of is None and clauses.feature(post, "Number") == "Plur":
            of = self._held.owner_of(holder)
        title = title if of is None else title.model_copy(update={"of": of})
        self._taken |= {token.i for token in self._doc[post.i : self._posts.end(post)]}
        self._held.add(Held(holder, title))

    def _post_before(self, person: Token) -> Token | None:
        """Return the post noun that opens the title before a person: the leftmost one of an unbroken noun phrase."""
        post: Token | None = None
        for back in range(1, min(_REACH, person.i - person.sent.start) + 1):
            token = self._doc[person.i - back]
            if self._cast.label(token.i) == "PER":
                return post
            if self._cast.label(token.i) in ("LOC", "ORG") or token.pos_ in _NOMINAL:
                if self._posts.is_post(token):
                    if post is not None and not _opens(token, post):
                        return post
                    post = token
            elif token.text not in (",", "«", "»") or (token.text == "," and post is not None):
                return post
            if token.pos_ == "CCONJ" and post is not None:
                return post
        return post

    def _further(self, post: Token) -> list[Token]:
        """Return the posts of a chain before one that a person bears: «заместитель председателя — министр»."""
        found: list[Token] = []
        while True:
            joint = self._posts.start(post) - 1
            if joint <= post.sent.start or self._doc[joint].text not in _CHAINS:
                return found[::-1]
            other = self._post_ending(joint, post)
            if other is None:
                return found[::-1]
            found.append(other)
            post = other

    def _post_ending(self, joint: int, post: Token) -> Token | None:
        """Return the post whose title, with its body or place, ends at ``joint``, in the case of the next post."""
        found: Token | None = None
        for index in range(joint - 1, max(joint - _REACH, post.sent.start) - 1, -1):
            token = self._doc[index]
            label = self._cast.label(index)
            if label == "PER" or (not label and token.pos_ not in _NOMINAL and token.text not in "«»№"):
                break
            alike = clauses.case(token) == clauses.case(post) and clauses.feature(token, "Number") != "Plur"
            if self._posts.is_post(token) and alike:
                found = token
        return found

    def _post_after(self, person: Token) -> Token | None:
        """Return the post that follows a person after a comma or a dash, unless it is the next person's."""
        index = person.i + 1
        if index + 1 >= person.sent.end or self._doc[index].text not in (",", "–", "—", "("):
            return None
        index += 1
        while index < person.sent.end and clauses.lemma(self._doc[index]) in names.POST_MODIFIERS:
            index += 1
        if index >= person.sent.end or not self._posts.is_post(self._doc[index]):
            return None
        for token in self._doc[index + 1 : min(index + _REACH, person.sent.end)]:
            if self._cast.label(token.i) == "PER":
                return None
            if token.text in (",", ".", ";", ")", "–", "—"):
                break
        return self._doc[index]

    def _shared_lists(self) -> None:
        """Give a plural post the persons of the list after its dash: «руководителей регионов – губернатора …»."""
        for post in self._free_posts():
            if clauses.feature(post, "Number") != "Plur":
                continue
            dash = next((t for t in self._doc[post.i + 1 : post.i + 6] if t.text in _DASHES), None)
            if dash is None:
                continue
            for held in self._held.between(dash.idx + 1, dash.sent.end_char):
                self._hold(held.holder, post)

    def _pointing_back(self) -> None:
        """Give posts without a name to their holder, where the text leaves only one, or as many as the plural names."""
        for post in self._free_posts():
            if post.i in self._taken:
                continue
            for holder in self._holders(post):
                realm = self._held.owner_of(holder)
                place = next((p for p in self._posts.realms_after(post) if self._cast.same_realm(p, realm)), None)
                self._hold(holder, post, place)

    def _free_posts(self) -> Iterator[Token]:
        for token in self._doc:
            if (
                token.i not in self._taken
                and self._posts.is_post(token)
                and clauses.lemma(token) in names.LEADING_POSTS
            ):
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
        title = self._posts.title(post)
        lemma = clauses.lemma(post)
        if clauses.feature(post, "Number") == "Plur":
            return self._several(post)
        holder: int | None = None
        if title.of is not None:
            bearers = None if lemma in names.HEADS_OF_REGIONS else self._held.bearers(title.title)
            holder = self._held.leader_of(title.of, exactly=lemma == "председатель", among=bearers)
            if holder is None and " " in title.title:
                holder = self._held.leader_titled(title.title)
        elif title.title == lemma and not self._posts.is_general(post):
            holder = self._held.leader_before(lemma, post.idx)
        return [] if holder is None else [holder]

    def _said_of(self, post: Token) -> list[int]:
        """Return the person of whom the sentence says that he is the holder: «Министр является руководителем …»."""
        start = post.sent.start_char
        inside = [held.holder for held in self._held.between(start, post.idx)]
        return (inside or self._cast.persons_between(start, post.idx))[-1:]

    def _several(self, post: Token) -> list[int]:
        """Return the holders of a plural post: of the places named, else the two leaders named last."""
        public = clauses.lemma(post) in names.HEADS_OF_REGIONS
        known = self._held.leaders(clauses.lemma(post), public=public)
        known += [holder for holder, lemma in self._peers.items() if lemma == clauses.lemma(post) and not public]
        places = self._posts.realms_after(post)
        if places:
            found = [self._held.leader_of(place, among=known) for place in places]
            return [holder for holder in found if holder is not None]
        if not self._posts.is_general(post):
            return []
        said = {holder: self._cast.last_before(holder, post.idx) for holder in known}
        recent = sorted((holder for holder in said if said[holder] >= 0), key=lambda holder: -said[holder])[:2]
        return recent if len(recent) == 2 else []


def _opens(token: Token, post: Token) -> bool:
    """Tell whether a post noun opens the title that another one continues: «заместитель губернатора»."""
    return clauses.lemma(token) in names.DEPUTIES or clauses.case(post) == "Gen"


def _joins(doc: Doc, before: int, after: int) -> bool:
    """Tell whether only «и» or a comma stands between two persons: they share a post in the plural."""
    between = [token.lower_ for token in doc[before + 1 : after]]
    return before >= 0 and between in (["и"], [","])
