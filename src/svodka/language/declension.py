"""Forms of place names by their endings: for towns, adjectives and inhabitants that a dictionary does not know.

A rule by ending also makes forms that nobody uses; they match no text and do no harm.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import product

_ADJECTIVE_ENDINGS = {
    "ий": ("ий", "ого", "его", "ому", "ему", "им", "ом", "ем"), "ый": ("ый", "ого", "ому", "ым", "ом"),
    "ой": ("ой", "ого", "ому", "ым", "им", "ом"), "ая": ("ая", "ой", "ую"), "яя": ("яя", "ей", "юю"),
    "ое": ("ое", "ого", "ому", "ым", "им", "ом"), "ее": ("ее", "его", "ему", "им", "ем"),
    "ые": ("ые", "ых", "ым", "ыми"), "ие": ("ие", "их", "им", "ими"),
}  # fmt: skip
_ADJECTIVE = re.compile(r"(?<=[цскв][кн])(?:ий|ый|ые|ых|ым|ыми|ой|ого|ому|им|ом|ая|ую|ое|ие|их|ими|ою)$")
_VOWELS = "аеиоуыэюя"
_UNDECLINED = ("на", "в", "имени")


def town_forms(words: Sequence[str]) -> set[tuple[str, ...]]:
    """Return the folded tokens of a town's name in every case, the nominative included.

    Examples:
        >>> sorted(form[0] for form in town_forms(("елец",)))
        ['елец', 'ельца', 'ельце', 'ельцем', 'ельцом', 'ельцу']
        >>> ("набережным", "челнам") in town_forms(("набережные", "челны"))
        True
    """
    forms = [
        (_paired(_adjective(word), word) if _is_adjective(words, i) else _noun(word)) for i, word in enumerate(words)
    ]
    return {tuple(form) for form in product(*forms)} if len(words) < 4 else {tuple(words)}


def adjective_stem(word: str) -> str | None:
    """Return a place adjective without its ending, ``None`` where the word does not end like one.

    Examples:
        >>> adjective_stem("елецкая"), adjective_stem("гомельских"), adjective_stem("новый")
        ('елецк', 'гомельск', None)
    """
    match = _ADJECTIVE.search(word)
    return word[: match.start()] if match else None


def town_adjectives(name: str) -> tuple[str, ...]:
    """Return the stems that the adjective of a town may have.

    Examples:
        >>> town_adjectives("злынка")
        ('злынковск', 'злынск', 'злынкинск')
        >>> town_adjectives("новозыбков"), town_adjectives("елец"), town_adjectives("лаишево")
        (('новозыбковск',), ('елецк',), ('лаишевск',))
    """
    stem = name.rstrip("ь") if not name.endswith("ль") else name
    last = stem[-1]
    if " " in name or stem.endswith(("ый", "ий", "ой", "ое", "ая", "ые")):
        return ()
    if stem.endswith(("ск", "цк")):
        return (stem,)
    if stem.endswith("ец"):
        return (stem + "к",)
    if stem.endswith("ка"):
        return (stem[:-1] + "овск", stem[:-2] + "ск", stem[:-1] + "инск")
    if last in "аы":
        return (stem[:-1] + "инск", stem[:-1] + "ск", stem[:-1] + "овск")
    if last in "яи":
        return (stem[:-1] + "инск", stem[:-1] + "ск", stem[:-1] + "ьск")
    if last in "оеу":
        return (stem[:-1] + "ск",)
    return (stem + "ск",)


def town_inhabitants(name: str) -> tuple[str, ...]:
    """Return what the people of a town may be called, in the plural.

    Examples:
        >>> town_inhabitants("тимашевск")
        ('тимашевцы', 'тимашевчане')
    """
    stem = re.sub(r"(?:с?к|о|ь)$", "", name) if name.endswith(("ск", "о", "ь")) else name
    return () if stem[-1:] in _VOWELS + "й" or " " in name else (stem + "цы", stem + "чане")


def inhabitant_forms(plural: str) -> tuple[str, ...]:
    """Decline a word for inhabitants, in the plural and the masculine singular.

    Examples:
        >>> inhabitant_forms("куряне")[:6]
        ('куряне', 'курян', 'курянам', 'курянами', 'курянах', 'курянин')
        >>> inhabitant_forms("псковичи")[1], inhabitant_forms("брянцы")[1], inhabitant_forms("тимашевцы")[6]
        ('псковичей', 'брянцев', 'тимашевца')
    """
    stem, ending = plural[:-1], plural[-1]
    genitive = "" if ending == "е" else "ев" if stem.endswith("ц") else "ей" if stem.endswith(("ч", "ж")) else "ов"
    forms = (plural, stem + genitive, *(stem + case for case in ("ам", "ами", "ах")))
    if ending == "е":
        return (*forms, *(stem + "ин" + case for case in ("", "а", "у", "ом", "е")), *(stem + "к" + c for c in "аиуе"))
    if stem.endswith("ц"):
        joint = "ь" if stem[-2:-1] == "л" else ""
        return (*forms, stem[:-1].removesuffix(joint) + "ец", *(stem + case for case in ("а", "у", "ем", "е")))
    return (*forms, *(stem + case for case in ("", "а", "у", "ем" if stem.endswith("ч") else "ом", "е")))


def _is_adjective(words: Sequence[str], index: int) -> bool:
    word = words[index]
    return word[-2:] in _ADJECTIVE_ENDINGS and len(word) > 4 and (index < len(words) - 1 or len(words) == 1)


def _adjective(word: str) -> list[str]:
    return [word[:-2] + ending for ending in _ADJECTIVE_ENDINGS[word[-2:]]]


def _paired(forms: list[str], word: str) -> list[str]:
    return list(dict.fromkeys((word, *forms)))


def _noun(word: str) -> list[str]:
    """Return the forms of one noun; of a hyphenated one that part which declines."""
    if word in _UNDECLINED:
        return [word]
    head, dash, tail = word.partition("-")
    if tail.startswith(("на-", "эль")):
        return [form + dash + tail for form in _noun(head)]
    if dash:
        return [f"{head}-{form}" for form in _noun(tail)]
    return list(dict.fromkeys((word, *_endings(word))))


def _endings(word: str) -> list[str]:
    stem, last = word[:-1], word[-1]
    if last == "а":
        return [stem + e for e in (("и", "е", "у", "ой") if stem[-1] in "гкх" else ("ы", "и", "е", "у", "ой", "ей"))]
    if last == "я":
        return [stem + e for e in ("и", "е", "ю", "ей")]
    if last == "о":
        return [stem + e for e in ("а", "у", "ом", "е")]
    if last == "е":
        return [stem + e for e in ("я", "ю", "ем", "а", "у")]
    if last == "ь":
        return [stem + e for e in ("я", "ю", "ем", "е", "и", "ью")]
    if last == "й":
        return [stem + e for e in ("я", "ю", "ем", "е")]
    if last in "ыи":
        return _plural(stem)
    return _masculine(word) if last not in _VOWELS else []


def _masculine(word: str) -> list[str]:
    cases = ("а", "у", "ом", "е")
    if word.endswith("ец"):
        base = word[:-2]
        stem = base + ("ьц" if base.endswith("л") else "йц" if base[-1] in _VOWELS else "ц")
        return [stem + e for e in ("а", "у", "ом", "ем", "е")]
    if word.endswith(("ок", "ек")):
        return [stem + e for stem in (word, word[:-2] + "к") for e in cases]
    if word == "орел":
        return ["орла", "орлу", "орлом", "орле"]
    return [word + e for e in (*cases, "ым", "ем")]


def _plural(stem: str) -> list[str]:
    """Return the plural's forms: the genitive is bare, with a vowel before its last consonant, or in -ей, -ов."""
    genitives = [stem, stem + "ей", stem + "ов"]
    if stem[-1] in "кц" and len(stem) > 2:
        genitives += [stem[:-1].removesuffix("ь") + vowel + stem[-1] for vowel in "еои"]
    return [*genitives, *(stem + case for case in ("ам", "ями", "ям", "ами", "ах", "ях"))]
