"""The words of a post: from its noun to where the title ends, in the nominative, and of which body or place it is."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from svodka.components import clauses
from svodka.components.cast import Cast
from svodka.core.findings import TitleFinding
from svodka.language.morphology import Morphology
from svodka.rules import names

_REALMS_REACH = 9


class PostReader:
    """Read titles from their post nouns.

    Args:
        doc: The document.
        cast: What it names.
        morphology: What makes normal forms.
    """

    def __init__(self, doc: Doc, cast: Cast, morphology: Morphology) -> None:
        self._doc = doc
        self._cast = cast
        self._morphology = morphology

    def is_post(self, token: Token) -> bool:
        """Tell whether a token is the noun of a post and no part of a name."""
        noun = token.pos_ in ("NOUN", "PROPN", "ADJ") and self._cast.label(token.i) not in ("LOC", "ORG", "PER")
        return noun and clauses.lemma(token) in names.POSTS

    def title(self, post: Token) -> TitleFinding:
        """Read the title that begins with a post, and of which body or place it is."""
        end = self.end(post)
        first = self.start(post)
        words = self._doc[first:end]
        title = "".join(self._in_nominative(token, post, first) + token.whitespace_ for token in words).strip()
        last = self._doc[end - 1]
        return TitleFinding(title=title, of=self._of(post, end), spans=(clauses.extent([self._doc[first], last]),))

    def start(self, post: Token) -> int:
        """Return where a title begins: with what qualifies the post («Чрезвычайный и Полномочный», «и. о.»)."""
        first, sent = post.i, post.sent.start
        while first > sent:
            before = self._doc[first - 1]
            paired = before.lower_ == "и" and first - 2 >= sent and first < post.i
            if clauses.lemma(self._doc[first - 2 if paired else first - 1]) not in names.POST_MODIFIERS:
                break
            first -= 2 if paired else 1
        words = [token.lower_ for token in self._doc[max(sent, first - 4) : first]]
        if words == ["и", ".", "о", "."]:
            return first - 4
        acting = words[-1:] == ["обязанности"] and "".join(words[-2:-1]).startswith("исполняющ")
        return first - 2 if acting else first

    def end(self, post: Token) -> int:
        """Return where the title ends: before a name, a verb or a mark; a generic place says only of whom."""
        index = post.i + 1
        while index < post.sent.end and self._inside(self._doc[index], index == post.i + 1):
            index += 1
        while index > post.i + 1 and (self._is_loose(self._doc[index - 1]) or self._cast.label(index) == "DOC"):
            index -= 1
        return index

    def _is_loose(self, token: Token) -> bool:
        """Tell whether a word cannot end a title; posts that the tagger takes for adjectives can."""
        return token.pos_ in ("PUNCT", "ADP", "CCONJ", "ADJ") and clauses.lemma(token) not in names.POSTS

    def realms_after(self, post: Token) -> list[int]:
        """Return the places of the list that follows a post: «губернаторы Курской и Брянской областей»."""
        found: dict[int, None] = {}
        for token in self._doc[post.i + 1 : min(post.i + _REALMS_REACH, post.sent.end)]:
            if self._cast.label(token.i) == "LOC":
                found |= dict.fromkeys(self._cast.beginning_at(token.idx))
            elif token.lower_ not in ("и", ","):
                break
        return list(found)

    def is_general(self, post: Token) -> bool:
        """Tell whether the post says of whom it is in general words: «главы обоих регионов»."""
        for token in self._doc[post.i + 1 : post.sent.end]:
            if clauses.lemma(token) in names.GENERIC_OWNERS:
                return True
            if token.pos_ not in ("ADJ", "DET", "NUM"):
                return False
        return False

    def _of(self, post: Token, end: int) -> int | None:
        """Return the entity that follows the title; a generic «региона» means the region named last before it."""
        index = end
        owned = end
        while index < post.sent.end and not self._cast.label(index) and self._describes(self._doc[index]):
            owned = owned if clauses.lemma(self._doc[index]) not in names.POINTING_WORDS else index + 1
            index += 1
        if owned > end:
            return self._cast.body_before(post.idx)
        if index >= post.sent.end:
            return None
        name = self._cast.mention(index)
        if name is not None and name.label in ("LOC", "ORG") and not name.rule.endswith("adjective"):
            return self._cast.entity(index)
        generic = next(
            (token for token in self._doc[end : end + 3] if clauses.lemma(token) in names.GENERIC_REGIONS), None
        )
        if generic is None or clauses.feature(generic, "Number") == "Plur":
            return None
        return self._cast.region_before(post.idx)

    def _describes(self, token: Token) -> bool:
        """Tell whether a word stands between a post and the name of its body: «директор этого завода „Луч“»."""
        owner = clauses.lemma(token) in names.GENERIC_OWNERS and clauses.case(token) == "Gen"
        return token.pos_ in ("ADJ", "DET") or owner

    def _inside(self, token: Token, first: bool) -> bool:
        if self._cast.label(token.i) or clauses.lemma(token) in names.GENERIC_OWNERS:
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
        plain = not self._cast.label(after.i) and clauses.lemma(after) not in names.POSTS
        return plain and clauses.case(before) == clauses.case(after) == "Gen" and after.pos_ in ("NOUN", "ADJ")

    def _in_nominative(self, token: Token, post: Token, first: int) -> str:
        """Return a word of a title as the title's normal form has it: the post and what agrees with it change."""
        if token == post:
            lemma = clauses.lemma(token)
            if self._doc[token.i - 1].lower_ in ("обязанности", ".") and token.i > first:
                return str(token.lower_)
            inflected = self._morphology.inflect(token.text, case="Nom", number="Sing")
            return lemma if lemma in names.POSTS else (inflected or token.text).lower()
        if token.pos_ == "ADJ" and token.i < post.i:
            changed = self._morphology.inflect(token.text, case="Nom", number="Sing", gender="Masc")
            return (changed or token.text).lower()
        if token.lower_.startswith("исполняющ"):
            return "исполняющий"
        return str(token.text if token.text.isupper() and len(token) > 1 else token.lower_)
