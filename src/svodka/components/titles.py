"""Posts of persons: before a name, after it, shared by several, and posts that point back to their holder."""

from __future__ import annotations

from collections.abc import Sequence

from svodka.components.cast import Cast
from svodka.components.held import Held, HeldTitles
from svodka.components.posts import PostReader
from svodka.language.columns import Columns
from svodka.language.morphology import Morphology
from svodka.rules import names

_REACH = 14
_NOMINAL = ("NOUN", "ADJ", "PROPN", "ADP", "CCONJ", "DET")
_CHAINS = (",", "–", "—", "-")
_DASHES = ("–", "—", "-", ":")


class TitleReader:
    """Read the titles of one document.

    Args:
        columns: The document.
        cast: What it names.
        morphology: What makes normal forms.
    """

    def __init__(self, columns: Columns, cast: Cast, morphology: Morphology) -> None:
        self._columns = columns
        self._cast = cast
        self._posts = PostReader(columns, cast, morphology)
        self._held = HeldTitles(cast)
        self._taken: set[int] = set()
        self._peers: dict[int, str] = {}  # persons introduced as a colleague, with the post of the other

    def read(self) -> list[Held]:
        """Return the titles in text order."""
        self._beside_names()
        leading = [post for post in self._columns.with_lemma(names.LEADING_POSTS) if self._posts.is_post(post)]
        self._shared_lists(leading)
        self._pointing_back(leading)
        return list(self._held)

    def _beside_names(self) -> None:
        """Read the posts that stand right before or after a person."""
        last: tuple[int, int | None] = (-1, None)
        sharing = 0
        for person, tokens in self._cast.persons():
            post = self._post_before(tokens[0])
            shared = post is None and last[1] is not None and self._joins(last[0], tokens[0])
            sharing = sharing + 1 if shared else 0
            post = last[1] if shared else post
            if post is None:
                post = self._post_after(tokens[-1])
            last = (tokens[-1], post)
            if post is not None:
                realms = self._posts.realms_after(post)
                for further in () if shared else self._further(post):
                    self._hold(person, further)
                self._hold(person, post, realms[sharing] if 1 < len(realms) > sharing else None)
                continue
            other = self._held.last()
            if other is not None and self._columns.lemmas[max(tokens[0] - 1, 0)] == "коллега":
                self._peers[person] = other.title.title.split()[0]

    def _hold(self, holder: int, post: int, of: int | None = None) -> None:
        """Note a title; where the post leaves open of whom, it is that of the holder's other title."""
        title = self._posts.title(post)
        if of is None and title.of is None and self._columns.number(post) == "Plur":
            of = self._held.owner_of(holder)
        title = title if of is None else title.model_copy(update={"of": of})
        self._taken.update(range(post, self._posts.end(post)))
        self._held.add(Held(holder, title))

    def _post_before(self, person: int) -> int | None:
        """Return the post noun that opens the title before a person: the leftmost one of an unbroken noun phrase."""
        columns = self._columns
        post: int | None = None
        for token in range(person - 1, max(person - _REACH, columns.sentences[person].start) - 1, -1):
            label = self._cast.label(token)
            if label == "PER":
                return post
            if label in ("LOC", "ORG") or columns.pos[token] in _NOMINAL:
                if self._posts.is_post(token):
                    if post is not None and not self._opens(token, post):
                        return post
                    post = token
            elif columns.texts[token] not in (",", "«", "»") or (columns.texts[token] == "," and post is not None):
                return post
            if columns.pos[token] == "CCONJ" and post is not None:
                return post
        return post

    def _further(self, post: int) -> list[int]:
        """Return the posts of a chain before one that a person bears: «заместитель председателя — министр»."""
        found: list[int] = []
        first = self._columns.sentences[post].start
        while True:
            joint = self._posts.start(post) - 1
            if joint <= first or self._columns.texts[joint] not in _CHAINS:
                return found[::-1]
            other = self._post_ending(joint, post)
            if other is None:
                return found[::-1]
            found.append(other)
            post = other

    def _post_ending(self, joint: int, post: int) -> int | None:
        """Return the post whose title, with its body or place, ends at ``joint``, in the case of the next post."""
        columns = self._columns
        found: int | None = None
        for token in range(joint - 1, max(joint - _REACH, columns.sentences[post].start) - 1, -1):
            label = self._cast.label(token)
            if label == "PER" or (
                not label and columns.pos[token] not in _NOMINAL and columns.texts[token] not in "«»№"
            ):
                break
            alike = columns.case(token) == columns.case(post) and columns.number(token) != "Plur"
            if alike and self._posts.is_post(token):
                found = token
        return found

    def _post_after(self, person: int) -> int | None:
        """Return the post that follows a person after a comma or a dash, unless it is the next person's."""
        columns = self._columns
        index, stop = person + 1, columns.sentences[person].stop
        if index + 1 >= stop or columns.texts[index] not in (",", "–", "—", "("):
            return None
        index += 1
        while index < stop and columns.lemmas[index] in names.POST_MODIFIERS:
            index += 1
        if index >= stop or not self._posts.is_post(index):
            return None
        for token in range(index + 1, min(index + _REACH, stop)):
            if self._cast.label(token) == "PER":
                return None
            if columns.texts[token] in (",", ".", ";", ")", "–", "—"):
                break
        return index

    def _shared_lists(self, leading: Sequence[int]) -> None:
        """Give a plural post the persons of the list after its dash: «руководителей регионов – губернатора …»."""
        columns = self._columns
        for post in leading:
            if post in self._taken or columns.number(post) != "Plur":
                continue
            after = range(post + 1, min(post + 6, columns.length))
            dash = next((token for token in after if columns.texts[token] in _DASHES), None)
            if dash is None:
                continue
            end = columns.ends[columns.sentences[dash].stop - 1]
            for held in self._held.between(columns.starts[dash] + 1, end):
                self._hold(held.holder, post)

    def _pointing_back(self, leading: Sequence[int]) -> None:
        """Give posts without a name to their holder, where the text leaves only one, or as many as the plural names."""
        for post in leading:
            if post in self._taken:
                continue
            holders = self._holders(post)
            realms = self._posts.realms_after(post) if holders else []
            for holder in holders:
                realm = self._held.owner_of(holder)
                place = next((p for p in realms if self._cast.same_realm(p, realm)), None)
                self._hold(holder, post, place)

    def _holders(self, post: int) -> list[int]:
        """Return the persons that a post without a name means.

        With a body or place it is the holder of a leading post there; bare, the last person of that post; in the
        plural, the two of whom the text spoke last.
        """
        columns = self._columns
        before = post - 1 if post > columns.sentences[post].start else None
        if before is not None and columns.lowers[before] in names.UNHELD:
            return []
        if before is not None and columns.lemmas[before] == "являться":
            return self._said_of(post)
        if columns.number(post) == "Plur":
            return self._several(post)
        holder = self._leader(post) if self._held.leads else None
        return [] if holder is None else [holder]

    def _leader(self, post: int) -> int | None:
        """Return the person that a post in the singular means."""
        title, lemma = self._posts.title(post), self._columns.lemmas[post]
        if title.of is not None:
            bearers = None if lemma in names.HEADS_OF_REGIONS else self._held.bearers(title.title)
            holder = self._held.leader_of(title.of, exactly=lemma == "председатель", among=bearers)
            return self._held.leader_titled(title.title) if holder is None and " " in title.title else holder
        if title.title == lemma and not self._posts.is_general(post):
            return self._held.leader_before(lemma, self._columns.starts[post])
        return None

    def _said_of(self, post: int) -> list[int]:
        """Return the person of whom the sentence says that he is the holder: «Министр является руководителем …»."""
        columns = self._columns
        start, end = columns.starts[columns.sentences[post].start], columns.starts[post]
        inside = [held.holder for held in self._held.between(start, end)]
        return (inside or self._cast.persons_between(start, end))[-1:]

    def _several(self, post: int) -> list[int]:
        """Return the holders of a plural post: of the places named, else the two leaders named last."""
        lemma, start = self._columns.lemmas[post], self._columns.starts[post]
        public = lemma in names.HEADS_OF_REGIONS
        known = self._held.leaders(lemma, public=public)
        known += [holder for holder, other in self._peers.items() if other == lemma and not public]
        places = self._posts.realms_after(post)
        if places:
            found = [self._held.leader_of(place, among=known) for place in places]
            return [holder for holder in found if holder is not None]
        if not self._posts.is_general(post):
            return []
        said = {holder: self._cast.last_before(holder, start) for holder in known}
        recent = sorted((holder for holder in said if said[holder] >= 0), key=lambda holder: -said[holder])[:2]
        return recent if len(recent) == 2 else []

    def _opens(self, token: int, post: int) -> bool:
        """Tell whether a post noun opens the title that another one continues: «заместитель губернатора»."""
        return self._columns.lemmas[token] in names.DEPUTIES or self._columns.case(post) == "Gen"

    def _joins(self, before: int, after: int) -> bool:
        """Tell whether only «и» or a comma stands between two persons: they share a post in the plural."""
        return before >= 0 and self._columns.lowers[before + 1 : after] in (["и"], [","])
