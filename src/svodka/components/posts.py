"""The words of a post: from its noun to where the title ends, in the nominative, and of which body or place it is."""

from __future__ import annotations

from svodka.components.cast import Cast
from svodka.components.normal_forms import NormalForms
from svodka.core.findings import TitleFinding
from svodka.language.columns import Columns
from svodka.language.morphology import Morphology
from svodka.rules import names

_REALMS_REACH = 9


class PostReader:
    """Read titles from their post nouns.

    Args:
        columns: The document.
        cast: What it names.
        morphology: What makes normal forms.
    """

    def __init__(self, columns: Columns, cast: Cast, morphology: Morphology) -> None:
        self._columns = columns
        self._cast = cast
        self._forms = NormalForms(columns, morphology)
        self._titles: dict[int, TitleFinding] = {}

    def is_post(self, token: int) -> bool:
        """Tell whether a token is the noun of a post and no part of a name."""
        if self._columns.lemmas[token] not in names.POSTS or self._columns.pos[token] not in ("NOUN", "PROPN", "ADJ"):
            return False
        return self._cast.label(token) not in ("LOC", "ORG", "PER")

    def title(self, post: int) -> TitleFinding:
        """Return the title that begins with a post, and of which body or place it is."""
        title = self._titles.get(post)
        if title is None:
            title = self._titles[post] = self._read(post)
        return title

    def _read(self, post: int) -> TitleFinding:
        columns = self._columns
        first, end = self.start(post), self.end(post)
        words = (self._in_nominative(i, post, first) + " " * columns.blanks[i] for i in range(first, end))
        title = "".join(words).strip()
        return TitleFinding(title=title, of=self._of(post, end), spans=(columns.span(first, end),))

    def start(self, post: int) -> int:
        """Return where a title begins: with what qualifies the post («Чрезвычайный и Полномочный», «и. о.»)."""
        lowers = self._columns.lowers
        first, sent = post, self._columns.sentences[post].start
        while first > sent:
            paired = lowers[first - 1] == "и" and first - 2 >= sent and first < post
            if self._columns.lemmas[first - 2 if paired else first - 1] not in names.POST_MODIFIERS:
                break
            first -= 2 if paired else 1
        words = lowers[max(sent, first - 4) : first]
        if words == ["и", ".", "о", "."]:
            return first - 4
        acting = words[-1:] == ["обязанности"] and "".join(words[-2:-1]).startswith("исполняющ")
        return first - 2 if acting else first

    def end(self, post: int) -> int:
        """Return where the title ends: before a name, a verb or a mark; a generic place says only of whom."""
        index, stop = post + 1, self._columns.sentences[post].stop
        while index < stop and self._inside(index, index == post + 1):
            index += 1
        while index > post + 1 and (self._is_loose(index - 1) or self._cast.label(index) == "DOC"):
            index -= 1
        return index

    def _is_loose(self, token: int) -> bool:
        """Tell whether a word cannot end a title; posts that the tagger takes for adjectives can."""
        loose = self._columns.pos[token] in ("PUNCT", "ADP", "CCONJ", "ADJ")
        return loose and self._columns.lemmas[token] not in names.POSTS

    def realms_after(self, post: int) -> list[int]:
        """Return the places of the list that follows a post: «губернаторы Курской и Брянской областей»."""
        found: dict[int, None] = {}
        for token in range(post + 1, min(post + _REALMS_REACH, self._columns.sentences[post].stop)):
            if self._cast.label(token) == "LOC":
                found |= dict.fromkeys(self._cast.beginning_at(self._columns.starts[token]))
            elif self._columns.lowers[token] not in ("и", ","):
                break
        return list(found)

    def is_general(self, post: int) -> bool:
        """Tell whether the post says of whom it is in general words: «главы обоих регионов»."""
        for token in range(post + 1, self._columns.sentences[post].stop):
            if self._columns.lemmas[token] in names.GENERIC_OWNERS:
                return True
            if self._columns.pos[token] not in ("ADJ", "DET", "NUM"):
                return False
        return False

    def _of(self, post: int, end: int) -> int | None:
        """Return the entity that follows the title; a generic «региона» means the region named last before it."""
        columns = self._columns
        index = owned = end
        stop = columns.sentences[post].stop
        while index < stop and not self._cast.label(index) and self._describes(index):
            owned = owned if columns.lemmas[index] not in names.POINTING_WORDS else index + 1
            index += 1
        if owned > end:
            return self._cast.body_before(columns.starts[post])
        if index >= stop:
            return None
        name = self._cast.mention(index)
        if name is not None and name.label in ("LOC", "ORG") and not name.rule.endswith("adjective"):
            return self._cast.entity(index)
        near = range(end, min(end + 3, columns.length))
        generic = next((token for token in near if columns.lemmas[token] in names.GENERIC_REGIONS), None)
        if generic is None or columns.number(generic) == "Plur":
            return None
        return self._cast.region_before(columns.starts[post])

    def _describes(self, token: int) -> bool:
        """Tell whether a word stands between a post and the name of its body: «директор этого завода „Луч“»."""
        columns = self._columns
        owner = columns.lemmas[token] in names.GENERIC_OWNERS and columns.case(token) == "Gen"
        return owner or columns.pos[token] in ("ADJ", "DET")

    def _inside(self, token: int, first: bool) -> bool:
        columns = self._columns
        if self._cast.label(token) or columns.lemmas[token] in names.GENERIC_OWNERS:
            return False
        pos = columns.pos[token]
        if pos == "PUNCT":
            return columns.texts[token] == "," and not first and self._lists(token)
        if pos == "CCONJ":
            return not first and self._lists(token)
        if pos in ("NOUN", "ADJ", "PROPN") and not columns.texts[token].isdigit():
            oblique = columns.case(token) in ("Gen", "") or columns.lemmas[token - 1] == "по"
            return oblique or columns.lowers[token] == "по"
        return columns.lowers[token] == "по"

    def _lists(self, joint: int) -> bool:
        """Tell whether a comma or «и» joins two fields («промышленности, торговли и предпринимательства»)."""
        columns = self._columns
        before, after = joint - 1, joint + 1
        if after >= columns.length or self._cast.label(after) or columns.lemmas[after] in names.POSTS:
            return False
        return columns.case(before) == columns.case(after) == "Gen" and columns.pos[after] in ("NOUN", "ADJ")

    def _in_nominative(self, token: int, post: int, first: int) -> str:
        """Return a word of a title as the title's normal form has it: the post and what agrees with it change."""
        columns = self._columns
        text, lower = columns.texts[token], columns.lowers[token]
        if token == post:
            acting = columns.lowers[token - 1] in ("обязанности", ".") and token > first
            return lower if acting else columns.lemmas[token]
        if columns.pos[token] == "ADJ" and token < post:
            return self._forms.of_adjective(token, gender="Masc").lower()
        if lower.startswith("исполняющ"):
            return "исполняющий"
        return text if text.isupper() and len(text) > 1 else lower
