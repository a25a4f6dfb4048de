"""Normal forms of names and phrases: the nominative of their words; what stands in quotation marks keeps its form."""

from __future__ import annotations

from svodka.core.spans import Span
from svodka.language.columns import Columns
from svodka.language.grammemes import with_gender
from svodka.language.morphology import Morphology, PhraseWord
from svodka.rules import names


class NormalForms:
    """Make the normal forms of the names and phrases of one document.

    Args:
        columns: The document.
        morphology: What inflects words.
    """

    def __init__(self, columns: Columns, morphology: Morphology) -> None:
        self._columns = columns
        self._morphology = morphology

    def of_words(self, start: int, stop: int) -> str:
        """Return the nominative of an unbroken run of tokens; empty for none. The root of a sentence keeps its form."""
        return self._morphology.nominative([self._word(index, start, stop) for index in range(start, stop)])

    def of_phrase(self, start: int, stop: int, *, number: str | None = None) -> str:
        """Return the nominative of a phrase, in a number that may be asked for; a root is declined as any head."""
        words = [self._word(index, start, stop) for index in range(start, stop)]
        return self._morphology.nominative(
            [word._replace(head=None) if word.head == index else word for index, word in enumerate(words)],
            number=number,
        )

    def of_name(self, span: Span) -> str:
        """Return the normal form of a name."""
        columns = self._columns
        text = columns.text[span.start : span.end]
        quote = next((i for i, char in enumerate(text) if char in names.OPENING), len(text))
        inside = columns.covering(span)
        stop = next((i for i in inside if columns.starts[i] >= span.start + quote), inside.stop)
        head = self.of_words(inside.start, stop)
        return f"{head} {text[quote:]}".strip() if quote < len(text) else head

    def of_adjective(self, index: int, *, gender: str) -> str:
        """Return an adjective in the nominative singular, of the gender given if any."""
        text = self._columns.texts[index]
        return self._morphology.inflect(text, case="Nom", number="Sing", gender=gender or None) or text

    def _word(self, index: int, start: int, stop: int) -> PhraseWord:
        columns = self._columns
        head = columns.heads[index]
        return PhraseWord(
            columns.texts[index],
            columns.pos[index],
            self._agreeing(index, head),
            head - start if start <= head < stop else None,
            columns.deps[index],
            " " if columns.blanks[index] else "",
        )

    def _agreeing(self, index: int, head: int) -> str:
        """Return the features of a token; an adjective has the gender of its noun, whatever the tagger says."""
        columns = self._columns
        feats = columns.feats[index]
        if columns.deps[index] != "amod" or columns.pos[head] != "NOUN":
            return feats
        return with_gender(feats, columns.features[head].get("Gender", ""))
