"""Lemmas and word forms from pymorphy3's dictionary, chosen by the tags that the network gives."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from svodka.language import dictionary, lemmas
from svodka.language.dictionary import CACHED_WORDS, SAME_POS, Reading, can_only_be, readings_of
from svodka.language.grammemes import CASE, GENDER, NUMBER, parse_features
from svodka.language.spelling import fold_yo, restore

_INFLECTED = frozenset({"NOUN", "PROPN", "ADJ", "VERB", "DET"})
_AGREEING = frozenset({"ADJ", "VERB", "DET"})
_ADJECTIVES = frozenset({"ADJF", "ADJS"})
_FINITE = frozenset({"VERB", "PRTS"})
_NOUN = frozenset({"NOUN"})
_VERBAL = frozenset({"PRTF", "PRTS", "VERB"})


class PhraseWord(NamedTuple):
    """A word of a phrase with what the tagger says of it.

    Attributes:
        text: As written.
        pos: UD part of speech.
        feats: UD features as one string.
        head: Index of the head within the phrase; ``None`` where it stands outside.
        rel: UD relation to the head.
        space: The white space that follows.
    """

    text: str
    pos: str
    feats: str
    head: int | None = None
    rel: str = ""
    space: str = " "


class Morphology:
    """Look words up in pymorphy3's dictionary; unknown words are read by analogy.

    Words may come in any case and with or without «ё»; lemmas and forms are lower-case, with the «ё» of the
    dictionary. Look-ups are cached; the dictionary is opened at the first one and shared by the whole
    process.

    Examples:
        >>> morphology = Morphology()
        >>> morphology.lemma("Минском", "PROPN", "Case=Ins|Gender=Masc|Number=Sing")
        'минск'
        >>> morphology.lemma("Минском", "ADJ", "Case=Loc|Gender=Masc|Number=Sing")
        'минский'
        >>> morphology.inflect("Минская", case="Gen"), morphology.inflect("визит", case="Ins", number="Plur")
        ('Минской', 'визитами')
    """

    def lemma(self, word: str, pos: str, feats: str) -> str:
        """Return the dictionary form of the reading that fits the UD tag best, else the word itself."""
        return lemmas.lemma(word, pos, feats)

    def likeliest_lemma(self, word: str) -> str:
        """Return the dictionary form of a word of which no tag is known.

        Examples:
            >>> Morphology().likeliest_lemma("Подписали")
            'подписать'
        """
        return str(readings_of(fold_yo(word))[0].parse.normal_form)

    def verb(self, word: str) -> tuple[str, str] | None:
        """Return lemma and UD features of a word that can be nothing but a finite verb or a short participle.

        Examples:
            >>> Morphology().verb("ОТГРУЗИТ"), Morphology().verb("Намолочено")[0], Morphology().verb("стали")
            (('отгрузить', 'Aspect=Perf|Mood=Ind|Number=Sing|Person=3|Tense=Fut|VerbForm=Fin'), 'намолотить', None)
        """
        return _sure_verb(word)

    def possible_verb(self, word: str) -> tuple[str, str] | None:
        """Return lemma and UD features of a word that can be a finite verb or a short participle, among other things.

        Examples:
            >>> Morphology().possible_verb("прибыли")[0], Morphology().possible_verb("дома")
            ('прибыть', None)
        """
        return _finite(fold_yo(word)) if self.is_known(word) else None

    def noun(self, word: str) -> str | None:
        """Return the lemma of a word that can be nothing but a noun.

        Examples:
            >>> Morphology().noun("договорённость"), Morphology().noun("стали")
            ('договорённость', None)
        """
        return _sure_noun(word)

    def adjective(self, word: str) -> str | None:
        """Return the lemma of a word that can be an adjective but no form of a verb.

        Examples:
            >>> Morphology().adjective("многоквартирного"), Morphology().adjective("построенного")
            ('многоквартирный', None)
        """
        return _plain_adjective(fold_yo(word))

    def is_known(self, word: str) -> bool:
        """Tell whether the dictionary holds the word; «е» may stand for «ё»."""
        return dictionary.is_known(word.lower())

    def is_adjective(self, word: str) -> bool:
        """Tell whether the word can be an adjective, by the dictionary or by analogy."""
        return any(reading.parse.tag.POS in _ADJECTIVES for reading in readings_of(fold_yo(word)))

    def is_first_name(self, word: str) -> bool:
        """Tell whether the dictionary knows the word as a first name.

        Examples:
            >>> Morphology().is_first_name("Владимир"), Morphology().is_first_name("Могилёв")
            (True, False)
        """
        return any("Name" in reading.parse.tag for reading in readings_of(fold_yo(word)))

    def forms(self, word: str) -> tuple[str, ...]:
        """Return all inflected forms of the word taken as a dictionary form, in alphabetical order.

        Where no reading has the word as its dictionary form, the forms of the likeliest reading are returned.

        Examples:
            >>> Morphology().forms("визит")[:3]
            ('визит', 'визита', 'визитам')
        """
        parses = [reading.parse for reading in readings_of(fold_yo(word))]
        own = [parse for parse in parses if fold_yo(parse.normal_form) == fold_yo(word)] or parses[:1]
        return tuple(sorted({form.word for parse in own for form in parse.lexeme}))

    def inflect(self, word: str, *, case: str, number: str | None = None, gender: str | None = None) -> str | None:
        """Return the word in another case (UD: ``Nom Gen Dat Acc Ins Loc``), written as the word is.

        The likeliest reading that has such a form is inflected; ``None`` where no reading has.

        Raises:
            KeyError: If a case, number or gender is not UD's.
        """
        wanted = {CASE[case]}
        wanted |= {NUMBER[number]} if number else set()
        wanted |= {GENDER[gender]} if gender else set()
        for reading in readings_of(fold_yo(word)):
            inflected = reading.parse.inflect(wanted)
            if inflected:
                return restore(inflected.word, like=word)
        return None

    def nominative(self, words: Sequence[PhraseWord], *, number: str | None = None) -> str:
        """Return the normal form of a noun phrase: the head and what agrees with it in the nominative.

        Genitive dependents stay as they are, capitals and «ё» too, and the number unless ``number`` asks for
        another.

        Examples:
            >>> feats = "Case=Gen|Gender=Fem|Number=Sing"
            >>> Morphology().nominative([
            ...     PhraseWord("Гомельской", "ADJ", feats, 1, "amod"), PhraseWord("области", "NOUN", feats),
            ...     PhraseWord("Беларуси", "PROPN", feats, 1, "nmod", ""),
            ... ])
            'Гомельская область Беларуси'
        """
        chosen = _inflectable(words)
        texts = (_nominative(word, number) if index in chosen else word.text for index, word in enumerate(words))
        return " ".join("".join(text + word.space for text, word in zip(texts, words, strict=True)).split())


@lru_cache(CACHED_WORDS)
def _sure_verb(word: str) -> tuple[str, str] | None:
    folded = fold_yo(word)
    return _finite(folded) if can_only_be(folded, _FINITE) and dictionary.is_known(word.lower()) else None


@lru_cache(CACHED_WORDS)
def _sure_noun(word: str) -> str | None:
    folded = fold_yo(word)
    if not can_only_be(folded, _NOUN) or not dictionary.is_known(word.lower()):
        return None
    return str(readings_of(folded)[0].parse.normal_form)


@lru_cache(CACHED_WORDS)
def _plain_adjective(folded: str) -> str | None:
    readings = readings_of(folded)
    plain = [reading for reading in readings if reading.parse.tag.POS == "ADJF"]
    if not plain or any(reading.parse.tag.POS in _VERBAL for reading in readings):
        return None
    return str(plain[0].parse.normal_form)


def _finite(folded: str) -> tuple[str, str] | None:
    best = next((reading for reading in readings_of(folded) if reading.parse.tag.POS in _FINITE), None)
    if best is None:
        return None
    short = {"Variant": "Short"} if best.parse.tag.POS == "PRTS" else {}
    feats = {name: value for name, value in best.feats.items() if name != "Animacy"} | short
    return str(best.parse.normal_form), "|".join(f"{name}={feats[name]}" for name in sorted(feats))


def _inflectable(words: Sequence[PhraseWord]) -> set[int]:
    """Return the indices of the phrase's heads and, at any depth, of the words that agree with them."""
    chosen = {index for index, word in enumerate(words) if word.head is None}
    pending = list(chosen)
    while pending:
        head = pending.pop()
        agreeing = {
            index for index, word in enumerate(words) if word.head == head and _agrees(word, words[head])
        } - chosen
        chosen |= agreeing
        pending += agreeing
    return chosen


def _agrees(word: PhraseWord, head: PhraseWord) -> bool:
    if word.pos in _AGREEING:
        return True
    same_case = parse_features(word.feats).get("Case") == parse_features(head.feats).get("Case")
    return word.rel.startswith("flat") and word.pos in _INFLECTED and same_case


def _nominative(word: PhraseWord, number: str | None) -> str:
    """Return one word in the nominative; unchanged where it is one already or no reading has its tag."""
    feats = parse_features(word.feats)
    asked = number is not None and feats.get("Number") != number
    if word.pos not in _INFLECTED or (feats.get("Case") == "Nom" and not asked):
        return word.text
    wanted = {"nomn"} | ({NUMBER[number]} if number else set())
    for reading in _matching(readings_of(fold_yo(word.text)), word.pos, feats):
        inflected = reading.parse.inflect(wanted)
        return restore(inflected.word, like=word.text) if inflected else word.text
    return word.text


def _matching(readings: Iterable[Reading], pos: str, feats: Mapping[str, str]) -> Iterable[Reading]:
    """Yield the readings with the same part of speech, gender, number and case."""
    noun = "ADJ" if pos == "DET" else SAME_POS.get(pos, pos)
    for reading in readings:
        same = all(reading.feats.get(name) == feats.get(name) for name in ("Gender", "Number", "Case"))
        if reading.pos == noun and same:
            yield reading
