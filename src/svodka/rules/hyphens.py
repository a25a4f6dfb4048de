"""A word broken by a hyphen: is the hyphen the line's or the word's?

The first row of ``HYPHENS`` that applies decides. The dictionary is handed in, so the table knows no language
library. Half a word is what stands next to the hyphen without further hyphens:
«ди-версионно-разведывательного» is decided on «ди» and «версионно».
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from svodka.rules.rule import words

Verdict = Literal["join", "keep", "leave"]


SOLID_PREFIXES = words(
    """
    авиа авто агро аэро био вело гео гидро гос джаз евро жил зоо инфо кино космо лес мед метео микро много
    мото нац нефте обл пром проф радио рай рос сель сельхоз соц спец спорт стан строй тех турбо тяж фото
    хим хоз эко электро энерго
    """
)
"""First parts of compounds that are written solid."""

HYPHEN_PREFIXES = words("арт бизнес веб вице интернет медиа онлайн пиар пресс топ шоу экс унтер штаб")
"""First parts of compounds that keep their hyphen."""

SOLID_STEMS = words(
    """
    бело благо больше быстро велико верхне взаимо восточно высоко глубоко дальне добро железно западно крупно
    легко мало мелко много нижне низко ново обще одно остро поздне полно право равно разно ранне сельско слабо
    средне старо тяжело узко центрально чисто широко южно
    """
)
"""First adjectives that are written solid with a second one: «сельскохозяйственный», «высококачественный»."""

SUSPENDED = frozenset(("и", "или", "а", "либо", "да"))
_PLACE = re.compile(r"(?:на|в|под|по|де|ла|ле|дель)-[А-ЯЁ]")


@dataclass(frozen=True, slots=True)
class Break:
    """Two halves around a hyphen and a break, with what is known of words.

    Attributes:
        left: The letters, digits and inner hyphens before the breaking hyphen.
        right: Those after the break.
        seen: The words that stand unbroken elsewhere in the document, folded to lower case.
        is_known: Whether the dictionary has the word.
        is_adjective: Whether the dictionary has the word as an adjective.
    """

    left: str
    right: str
    seen: frozenset[str]
    is_known: Callable[[str], bool]
    is_adjective: Callable[[str], bool]

    @property
    def head(self) -> str:
        """The half word before the break."""
        return self.left.rpartition("-")[2].lower()

    @property
    def tail(self) -> str:
        """The half word after the break."""
        return self.right.partition("-")[0].lower()

    @property
    def joined(self) -> str:
        """The word without its hyphen."""
        return self.head + self.tail

    @property
    def hyphened(self) -> str:
        """The word with its hyphen."""
        return f"{self.head}-{self.tail}"


@dataclass(frozen=True, slots=True)
class HyphenRule:
    """A row: when it applies and what it decides. Examples read «left|right … words seen elsewhere»."""

    id: str
    applies: Callable[[Break], bool]
    verdict: Verdict
    finds: tuple[str, ...]
    skips: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Decision:
    """What to write for a broken word, by which rule, and what the other reading is."""

    text: str
    rule: str
    verdict: Verdict
    alternative: str


def _is_suspended(word: Break) -> bool:
    return word.right.lower() in SUSPENDED


def _is_abbreviation(word: Break) -> bool:
    head = word.left.rpartition("-")[2]
    shouted = len(word.tail) > 1 and word.right.isupper()
    return len(head) > 1 and head.isalpha() and head.isupper() and not shouted


def _has_solid_prefix(word: Break) -> bool:
    return word.head in SOLID_PREFIXES and word.right[0].islower() and word.is_known(word.tail)


def _has_digit(word: Break) -> bool:
    return word.left[-1].isdigit() or word.right[0].isdigit()


def _has_capital(word: Break) -> bool:
    shouted = word.left.isupper() and word.right.isupper()
    return word.right[0].isupper() and not shouted


def _is_place(word: Break) -> bool:
    return word.left[0].isupper() and bool(_PLACE.match(word.right))


def _stands_hyphened(word: Break) -> bool:
    return f"{word.left}-{word.right}".lower() in word.seen


def _stands_joined(word: Break) -> bool:
    return f"{word.left}{word.right}".lower() in word.seen


def _is_known_hyphened(word: Break) -> bool:
    return word.is_known(word.hyphened) and not word.is_known(word.joined)


def _joins_adjectives(word: Break) -> bool:
    if word.head[-1] not in "ое" or word.head in SOLID_STEMS or not _is_adjective(word, word.tail):
        return False
    return any(_is_adjective(word, word.head[:-1] + ending) for ending in ("ый", "ий", "ой"))


def _is_adjective(word: Break, form: str) -> bool:
    return word.is_known(form) and word.is_adjective(form)


def _is_known_joined(word: Break) -> bool:
    return word.is_known(word.joined)


def _keeps_prefix(word: Break) -> bool:
    return word.head in HYPHEN_PREFIXES and word.is_known(word.tail)


def _has_no_word(word: Break) -> bool:
    return not (word.is_known(word.head) and word.is_known(word.tail))


def _always(word: Break) -> bool:
    return True


HYPHENS: tuple[HyphenRule, ...] = (
    HyphenRule(
        id="hyphen.suspended",  # both words of «нефте- и газопровод» stay as they are
        applies=_is_suspended,
        verdict="leave",
        finds=("нефте|и", "двух|или", "теле|а", "одно|либо"),
        skips=("соглас|ии",),
    ),
    HyphenRule(
        id="hyphen.abbreviation",
        applies=_is_abbreviation,
        verdict="keep",
        finds=("ИТ|компаний", "СМИ|партнёр", "ПВХ|профиль"),
        skips=("СОТРУД|НИЧЕСТВО", "А|грегат"),
    ),
    HyphenRule(
        id="hyphen.prefix",
        applies=_has_solid_prefix,
        verdict="join",
        finds=("сельхоз|техники", "авто|крановый", "проф|союзных", "гос|поддержка", "агро|городок"),
        skips=("медиа|форум", "Евро|Банк", "гос|ударственный"),
    ),
    HyphenRule(
        id="hyphen.digit",
        applies=_has_digit,
        verdict="keep",
        finds=("16|этажный", "2023|2025", "МАЗ6|303"),
        skips=("одно|этажный",),
    ),
    HyphenRule(
        id="hyphen.capital",
        applies=_has_capital,
        verdict="keep",
        finds=("Гомель|Ратон", "Ростов-на|Дону", "Нью|Йорк"),
        skips=("СОТРУД|НИЧЕСТВО", "Ростов|на-Дону"),
    ),
    HyphenRule(
        id="hyphen.place",
        applies=_is_place,
        verdict="keep",
        finds=("Ростов|на-Дону", "Комсомольске|на-Амуре"),
        skips=("Ростов|на", "ростов|на-дону"),
    ),
    HyphenRule(
        id="hyphen.seen_hyphened",
        applies=_stands_hyphened,
        verdict="keep",
        finds=("агро|хаб … Агро-хаб строится",),
        skips=("агро|хаб … агро-хабу",),
    ),
    HyphenRule(
        id="hyphen.seen_joined",
        applies=_stands_joined,
        verdict="join",
        finds=("Брянск|сельмаш … АО «Брянсксельмаш»",),
        skips=("Брянск|сельмаш … Брянск и Сельмаш",),
    ),
    HyphenRule(
        id="hyphen.known_hyphened",
        applies=_is_known_hyphened,
        verdict="keep",
        finds=("пресс|службы", "кое|что", "юго|востоке"),
        skips=("значи|тельно",),
    ),
    HyphenRule(
        id="hyphen.adjectives",
        applies=_joins_adjectives,
        verdict="keep",
        finds=("инженерно|технологический", "торгово|промышленных", "молочно|товарные"),
        skips=("благо|приятных", "высоко|качественных", "сельско|хозяйственной", "Бело|русский"),
    ),
    HyphenRule(
        id="hyphen.known_joined",
        applies=_is_known_joined,
        verdict="join",
        finds=("значи|тельно", "со|трудничестве", "биз|нес-форум", "Новозыбков|ским", "СОТРУД|НИЧЕСТВО"),
        skips=("Труб|чевскхлеб",),
    ),
    HyphenRule(
        id="hyphen.keeping_prefix",
        applies=_keeps_prefix,
        verdict="keep",
        finds=("медиа|форум",),
        skips=("экс|порт", "пресс|инг"),
    ),
    HyphenRule(
        id="hyphen.no_word",
        applies=_has_no_word,
        verdict="join",
        finds=("Труб|чевскхлеб", "Брян|щины"),
        skips=("двух|стороннего",),
    ),
    HyphenRule(
        id="hyphen.default",  # a line breaks words far more often than it meets a hyphen
        applies=_always,
        verdict="join",
        finds=("Юг|строй",),
        skips=("Труб|чевскхлеб", "двух|стороннего"),
    ),
)
"""Every way to read a broken word, in order of trust."""


def decide(word: Break) -> Decision:
    """Read a broken word by the first row of ``HYPHENS`` that applies.

    Examples:
        >>> known = {"стороннего", "двух", "двухстороннего"}.__contains__
        >>> decide(Break("двух", "стороннего", frozenset(), known, known)).text
        'двухстороннего'
    """
    rule = next(rule for rule in HYPHENS if rule.applies(word))
    joined, kept = word.left + word.right, f"{word.left}-{word.right}"
    if rule.verdict == "join":
        return Decision(joined, rule.id, rule.verdict, kept)
    return Decision(kept, rule.id, rule.verdict, joined)


_CERTAIN = frozenset(("hyphen.seen_hyphened", "hyphen.known_hyphened", "hyphen.adjectives"))


def decide_inline(word: Break) -> Decision | None:
    """Read a word that a mere blank breaks after its hyphen; ``None`` where the hyphen may well be a dash.

    Only a form that the document or the dictionary vouches for is written; «зрителям- яркие» stays as it is.

    Examples:
        >>> known = {"торговый", "промышленных", "зрителям", "яркие"}.__contains__
        >>> decide_inline(Break("торгово", "промышленных", frozenset(), known, known)).text
        'торгово-промышленных'
        >>> decide_inline(Break("зрителям", "яркие", frozenset(), known, known)) is None
        True
    """
    decision = decide(word)
    if decision.rule in _CERTAIN:
        return decision
    broken = not (word.is_known(word.head) and word.is_known(word.tail))
    return decision if broken and decision.rule in ("hyphen.seen_joined", "hyphen.known_joined") else None
