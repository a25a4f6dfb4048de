"""Formats that are no plain text, by their first bytes, so that a message can say what a file is."""

from __future__ import annotations

import re
from typing import Final

SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "PDF"),
    (b"PK\x03\x04", "ZIP (also DOCX, XLSX, ODT, EPUB)"),
    (b"PK\x05\x06", "ZIP (also DOCX, XLSX, ODT, EPUB)"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "OLE (old DOC, XLS, MSG)"),
    (b"{\\rtf", "RTF"),
    (b"\x89PNG\r\n\x1a\n", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"II*\0", "TIFF"),
    (b"MM\0*", "TIFF"),
    (b"\x1f\x8b\x08", "GZIP"),
    (b"BZh", "BZIP2"),
    (b"7z\xbc\xaf\x27\x1c", "7Z"),
    (b"Rar!\x1a\x07", "RAR"),
    (b"\0\x05\x16\x07", "AppleDouble (a macOS side file)"),
    (b"AT&TFORM", "DjVu"),
    (b"SQLite format 3\0", "SQLite"),
    (b"PAR1", "Parquet"),
    (b"\x7fELF", "ELF"),
)
"""First bytes and the format that they announce."""


_HTML: Final = re.compile(
    rb"""
    (?:\xef\xbb\xbf)? \s* (?:<\?xml[^>]*>\s*)? (?:<!--.*?-->\s*)*
    < (?:!doctype\s+html|html|head|body|meta|title|div|p|span|article|section|main|table|h[1-6]|ul|ol|br|center)\b
    """,
    re.IGNORECASE | re.DOTALL | re.VERBOSE,
)


def is_html(data: bytes) -> bool:
    """Tell whether the bytes begin like a web page.

    Examples:
        >>> is_html(b"<!DOCTYPE html><html>"), is_html(b"<rss>")
        (True, False)
    """
    return bool(_HTML.match(data[:4096]))


def binary_format(data: bytes) -> str | None:
    """Return the name of the binary format, or ``None`` where the bytes may be a text.

    Examples:
        >>> binary_format(b"%PDF-1.7 ..."), binary_format("Минск".encode())
        ('PDF', None)
    """
    return next((name for signature, name in SIGNATURES if data.startswith(signature)), None)
