"""Is a text Russian?"""

from __future__ import annotations

from collections import Counter

_RUSSIAN = frozenset("абвгдеёжзийклмнопрстуфхцчшщъыьэюя")
_ENOUGH = 40
_LONG = 600


def is_russian(text: str) -> bool:
    """Tell whether a text is mainly Russian; one of few letters gets the benefit of the doubt.

    Letters of other alphabets tell Ukrainian and Belarusian, the want of «ы» and «э» a longer Bulgarian text.

    Examples:
        >>> is_russian("Главы регионов обсудили поставки техники и план работы на год.")
        True
        >>> is_russian("Голови регіонів обговорили постачання техніки та їхній план роботи на рік.")
        False
        >>> is_russian("The heads of the regions discussed deliveries and a plan for the year.")
        False
    """
    letters = {character: count for character, count in Counter(text.lower()).items() if character.isalpha()}
    counts = {character: count for character, count in letters.items() if "\u0400" <= character <= "\u04ff"}
    cyrillic = sum(counts.values())
    if sum(letters.values()) < _ENOUGH:
        return True
    if cyrillic < sum(letters.values()) / 2:
        return False
    foreign = sum(count for character, count in counts.items() if character not in _RUSSIAN)
    bulgarian = cyrillic >= _LONG and not counts.keys() & {"ы", "э"}
    return foreign <= 0.02 * cyrillic and not bulgarian
