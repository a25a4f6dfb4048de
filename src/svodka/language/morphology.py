"""Lemmas and word forms from pymorphy3's dictionary, chosen by the tags that the network gives."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from svodka.language import dictionary, lemmas, paradigms
from svodka.language.dictionary import SAME_POS, Tag, can_only_be, readings_of
from svodka.language.grammemes import CASE, GENDER, NUMBER, parse_features
from svodka.language.spelling import fold_yo, restore
from svodka.rules.rule import REMEMBERED_WORDS

_INFLECTED = frozenset({"NOUN", "PROPN", "ADJ", "VERB", "DET"})
_AGREEING = frozenset({"ADJ", "VERB", "DET"})
_ADJECTIVES = frozenset({"ADJF", "ADJS"})
_FINITE = frozenset({"VERB", "PRTS"})
_NOUN = frozenset({"NOUN"})
_NOMINATIVE = frozenset({"nomn"})
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
        return _inflected(word, case, number, gender)

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
        texts = (
            (_nominative(word.text, word.pos, word.feats, number) if index in chosen else word.text) + word.space
            for index, word in enumerate(words)
        )
        return " ".join("".join(texts).split())


@lru_cache(REMEMBERED_WORDS)
def _inflected(word: str, case: str, number: str | None, gender: str | None) -> str | None:
    wanted = {CASE[case]}
    wanted |= {NUMBER[number]} if number else set()
    wanted |= {GENDER[gender]} if gender else set()
    form = next(filter(None, _forms(fold_yo(word), frozenset(wanted))), None)
    return None if form is None else restore(form, like=word)


def _forms(folded: str, wanted: frozenset[str], fits: Callable[[Tag], bool] = lambda tag: True) -> Iterator[str | None]:
    """Yield the form with these grammemes of each reading of a word whose tag fits, the likeliest reading first."""
    entries = paradigms.likeliest_first(folded, paradigms.entries_of(folded))
    yield from (paradigms.inflected(entry, wanted) for entry in entries if fits(paradigms.tag(entry)))
    for reading in () if entries else readings_of(folded):
        if fits(reading.tag):
            form = reading.parse.inflect(wanted)
            yield form.word if form else None


@lru_cache(REMEMBERED_WORDS)
def _sure_verb(word: str) -> tuple[str, str] | None:
    folded = fold_yo(word)
    return _finite(folded) if can_only_be(folded, _FINITE) and dictionary.is_known(word.lower()) else None


@lru_cache(REMEMBERED_WORDS)
def _sure_noun(word: str) -> str | None:
    folded = fold_yo(word)
    if not can_only_be(folded, _NOUN) or not dictionary.is_known(word.lower()):
        return None
    return str(readings_of(folded)[0].parse.normal_form)


@lru_cache(REMEMBERED_WORDS)
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
    feats = {name: value for name, value in best.tag.feats.items() if name != "Animacy"} | short
    return str(best.parse.normal_form), "|".join(f"{name}={feats[name]}" for name in sorted(feats))


def _inflectable(words: Sequence[PhraseWord]) -> set[int]:
    """Return the indices of the phrase's heads and, at any depth, of the words that agree with them."""
    chosen = {index for index, word in enumerate(words) if word.head is None}
    heads = {index: word.head for index, word in enumerate(words) if word.head is not None}
    agreeing = {index: head for index, head in heads.items() if _agrees(words[index], words[head])}
    while reached := [index for index, head in agreeing.items() if head in chosen]:
        chosen.update(reached)
        for index in reached:
            del agreeing[index]
    return chosen


def _agrees(word: PhraseWord, head: PhraseWord) -> bool:
    if word.pos in _AGREEING:
        return True
    same_case = parse_features(word.feats).get("Case") == parse_features(head.feats).get("Case")
    return word.rel.startswith("flat") and word.pos in _INFLECTED and same_case


@lru_cache(REMEMBERED_WORDS)
def _nominative(word: str, pos: str, tagged: str, number: str | None) -> str:
    """Return one word in the nominative; unchanged where it is one already or no reading has its tag."""
    feats = parse_features(tagged)
    asked = number is not None and feats.get("Number") != number
    if pos not in _INFLECTED or (feats.get("Case") == "Nom" and not asked):
        return word
    wanted = frozenset(("nomn", NUMBER[number])) if number else _NOMINATIVE
    forms = _forms(fold_yo(word), wanted, lambda own: _matches(own, pos, feats))
    form = next(forms, None)
    return word if form is None else restore(form, like=word)


def _matches(own: Tag, pos: str, feats: Mapping[str, str]) -> bool:
    """Tell whether a reading has the part of speech, gender, number and case of a tag."""
    noun = "ADJ" if pos == "DET" else SAME_POS.get(pos, pos)
    return own.pos == noun and all(own.feats.get(name) == feats.get(name) for name in ("Gender", "Number", "Case"))
