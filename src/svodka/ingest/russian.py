"""Is a text Russian?"""

from __future__ import annotations

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
    letters = [character for character in text.lower() if character.isalpha()]
    cyrillic = [character for character in letters if "\u0400" <= character <= "\u04ff"]
    if len(letters) < _ENOUGH:
        return True
    if len(cyrillic) < len(letters) / 2:
        return False
    foreign = sum(character not in _RUSSIAN for character in cyrillic)
    bulgarian = len(cyrillic) >= _LONG and not any(character in "ыэ" for character in cyrillic)
    return foreign <= 0.02 * len(cyrillic) and not bulgarian
