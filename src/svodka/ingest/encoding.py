"""Bytes to text: find the encoding of a Russian text, and say how it was found."""

from __future__ import annotations

import codecs
from dataclasses import dataclass
from functools import lru_cache

from svodka.core.errors import BinarySourceError, EmptySourceError, UndecodableSourceError, UsageError
from svodka.rules.rule import words

CODE_PAGES = ("cp1251", "koi8-r", "cp866", "iso8859-5", "mac-cyrillic")
"""The single-byte Cyrillic code pages, in the order in which a tie between equal readings is settled."""

BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: its mark begins with the one of UTF-16LE
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

COMMON_PAIRS = words(
    """
    ак ал ам ан ар ас ат ах ая бе бл бо бр ва ве ви во вы га го гр да де ди до ду ед ей ек ел ем ен
    ер ес ет же за зе зн зо ив ид ие из ии ий им ин ис ит их ия ка ки ко кт ку ла ле ли лн ло лу ль
    лю ма ме ми мо му мы на не ни нн но нс нт ны нь об ов ог од ое оз ои ой ок ол ом он оп ор ос от
    оч ош ощ пе по пр ра рг ре рж ри ро ру ры са се си ск сл см сн со сп ср сс ст су сч ся та тв те
    ти то тр ту ты ть уб ув уд ул ум ун ус ут уч ую фе фо хо це ци цу ча че чи ша ше ши шл ще щи ые
    ый ым ых ья эк эт юз юч ющ яв яд яз ям ян ят ях
    """
)
"""Neighbouring letters that carry most of a Russian text; a wrong code page gives few of them."""

TYPOGRAPHY = frozenset("«»–—“”„’…№\u00a0§°•−")
"""Marks beyond ASCII that a press release holds; a wrong code page gives rarer characters."""

_ENOUGH = 0.25
_SAMPLE = 20_000


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, the codec that gave it, and how the codec was found (``Source.encoding_origin``)."""

    text: str
    encoding: str
    origin: str


def decode(data: bytes, declared: str | None = None, override: str | None = None, *, name: str = "-") -> Decoded:
    r"""Decode ``data``: as asked for, by its byte order mark, as declared, or by what the bytes look like.

    The order is: ``override``, byte order mark, ``declared``, UTF-16 without a mark (Cyrillic UTF-16 is valid
    UTF-8 too), strict UTF-8, and the Cyrillic code page that reads most like Russian. A declaration that does
    not fit the bytes is passed over. The text is kept exactly as decoded, except that the mark is dropped and
    that every ``\r\n`` or ``\r`` becomes ``\n``.

    Args:
        data: The bytes of one document.
        declared: The encoding that the document or its carrier states.
        override: The encoding that the user states; it is believed.
        name: How messages call the document.

    Raises:
        UsageError: ``override`` is no encoding.
        UndecodableSourceError: The bytes are text in no encoding that was tried.
        BinarySourceError: There are NUL characters in it.
        EmptySourceError: There is nothing but white space.

    Examples:
        >>> decode("Минск\r\nГомель".encode("koi8-r"))
        Decoded(text='Минск\nГомель', encoding='koi8-r', origin='detected')
        >>> decode("Минск".encode("utf-16-le")).origin
        'utf-16'
    """
    found = _overridden(data, override, name) if override else _found(data, declared)
    if "\0" in (found.text if found else data[:_SAMPLE].decode("latin-1")):
        raise BinarySourceError(f"{name}: this is a binary file, not a text; give svodka the text itself")
    if found is None:
        tried = ", ".join(("utf-8", "utf-16", *CODE_PAGES))
        raise UndecodableSourceError(f"{name}: not a Russian text in {tried}; name its encoding with --encoding")
    if not found.text.strip():
        raise EmptySourceError(f"{name}: the document is empty; there is nothing to read")
    return found


def _overridden(data: bytes, encoding: str, name: str) -> Decoded:
    try:
        text = data.decode(encoding)
    except LookupError as error:
        raise UsageError(f"--encoding {encoding}: no such encoding; use a name such as utf-8 or cp1251") from error
    except UnicodeError as error:
        raise UndecodableSourceError(f"{name}: not a text in {encoding}; leave --encoding out to detect it") from error
    return _decoded(text, encoding, "option")


def _found(data: bytes, declared: str | None) -> Decoded | None:
    for mark, encoding in BOMS:
        if data.startswith(mark) and (text := _strict(data[len(mark) :], encoding)) is not None:
            return _decoded(text, encoding, "bom")
    if declared and (text := _strict(data, declared)) is not None:
        return _decoded(text, declared.lower(), "declared")
    for encoding in ("utf-16-le", "utf-16-be"):
        if _is_dense(data, encoding) and (text := _strict(data, encoding)) is not None:
            return _decoded(text, encoding, "utf-16")
    if (text := _strict(data, "utf-8")) is not None:
        return _decoded(text, "utf-8", "utf-8")
    return _detected(data)


def _detected(data: bytes) -> Decoded | None:
    """Return the reading in the code page that looks most like Russian, or ``None`` where none does."""
    readings = [(text, page) for page in CODE_PAGES if (text := _strict(data, page)) is not None]
    if not readings:
        return None
    text, page = max(readings, key=lambda reading: russianness(reading[0]))  # the first of equals
    return _decoded(text, page, "detected") if russianness(text) >= _ENOUGH else None


def russianness(text: str) -> float:
    """Return how Russian the characters beyond ASCII look: about 0.6 for a text, far less for a misreading.

    Counts the common pairs of letters and the usual marks, and subtracts twice what no text holds: a capital
    straight after a small letter, and what is neither a Russian or Belarusian letter nor a usual mark.

    Examples:
        >>> round(russianness("соглашение с регионом"), 1), round(russianness("СОГЛАШЕНИЕ С РЕГИОНОМ"), 1)
        (0.6, 0.6)
        >>> round(russianness("соглашение с регионом".encode("cp1251").decode("cp866")), 1)
        0.1
    """
    sample = text[:_SAMPLE]
    foreign = beyond_ascii(sample)
    return sum(map(_likeness, " " + sample, sample)) / foreign if foreign else 0.0


def beyond_ascii(text: str) -> int:
    """Return how many characters of a text are not ASCII."""
    return len(text) - len(text.encode("ascii", "ignore"))


@lru_cache(16_384)
def _likeness(before: str, character: str) -> int:
    """Return what a character and the one before it add to the likeness."""
    good = ((before + character).lower() in COMMON_PAIRS) + (character in TYPOGRAPHY)
    bad = (before.islower() and character.isupper()) + (character > "\x7f" and _is_strange(character))
    return good - 2 * bad


def _is_strange(character: str) -> bool:
    return not ("а" <= character.lower() <= "я" or character in TYPOGRAPHY or character in "ёЁіІўЎ")


def _is_dense(data: bytes, encoding: str) -> bool:
    """Tell whether one byte of each pair is almost always the high byte of Latin or Cyrillic UTF-16."""
    sample = data[:_SAMPLE]
    low, high = (sample[::2], sample[1::2]) if encoding == "utf-16-le" else (sample[1::2], sample[::2])
    if len(data) % 2 or not high:
        return False
    dense = sum(byte in (0x00, 0x04) for byte in high) / len(high)
    return dense >= 0.7 and sum(byte in (0x00, 0x04) for byte in low) / len(low) < 0.2


def _strict(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeError, LookupError):
        return None


def _decoded(text: str, encoding: str, origin: str) -> Decoded:
    return Decoded(text.replace("\r\n", "\n").replace("\r", "\n"), encoding, origin)
