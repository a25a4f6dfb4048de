"""Giving a generated word form the spelling of the word it came from: capitals and «ё»."""

from __future__ import annotations


def fold_yo(word: str) -> str:
    """Return the word in lower case with «е» for «ё», as dictionaries are searched.

    Examples:
        >>> fold_yo("Аксёнов")
        'аксенов'
    """
    return word.lower().replace("ё", "е")


def restore(form: str, *, like: str) -> str:
    """Write ``form`` as ``like`` is written: the letters they share are copied, with capitals and «ё» or «е».

    Examples:
        >>> restore("аксенов", like="Аксёнову"), restore("санкт-петербург", like="Санкт-Петербургом")
        ('Аксёнов', 'Санкт-Петербург')
        >>> restore("белгут", like="БелГУТе"), restore("оон", like="ООН"), restore("визит", like="визиту")
        ('БелГУТ', 'ООН', 'визит')
    """
    parts, models = form.split("-"), like.split("-")
    if len(parts) != len(models):
        return form
    return "-".join(_restore_part(part, model) for part, model in zip(parts, models, strict=True))


def _restore_part(form: str, like: str) -> str:
    shared = _shared_length(form, like)
    rest = form[shared:]
    if len(like) > 1 and like.isupper():
        rest = rest.upper()
    elif not shared and like[:1].isupper():
        rest = rest.capitalize()
    return like[:shared] + rest


def _shared_length(form: str, like: str) -> int:
    """Return how many first letters agree, case and «ё» apart."""
    pairs = enumerate(zip(form, like, strict=False))
    shorter = min(len(form), len(like))
    return next((index for index, (a, b) in pairs if fold_yo(a) != fold_yo(b)), shorter)
