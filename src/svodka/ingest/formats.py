"""Which reader takes which bytes: decided by what they are, never by the name that they bear."""

from __future__ import annotations

import io
import json
import re
import zipfile
from dataclasses import dataclass
from typing import Final

from svodka.core.errors import BinarySourceError, EncryptedSourceError, UnreadableSourceError
from svodka.ingest.magic import binary_format, is_html
from svodka.ingest.options import Columns
from svodka.ingest.rows import delimiter


@dataclass(frozen=True, slots=True)
class Format:
    """A format with its reader.

    Attributes:
        reader: ``module:function`` below ``svodka.ingest``.
        extra: The extra of svodka that brings what the reader needs beyond the standard library.
        isolated: Whether it is parsed in a process of its own.
        single: Whether one input is always one document.
    """

    reader: str
    extra: str | None = None
    isolated: bool = True
    single: bool = False


FORMATS: Final[dict[str, Format]] = {
    "text": Format("plain:read_text", isolated=False, single=True),
    "json": Format("rows:read_json", isolated=False),
    "csv": Format("rows:read_csv", isolated=False),
    "html": Format("html:read_html", "html", single=True),
    "pdf": Format("pdf:read_pdf", "pdf", single=True),
    "docx": Format("docx:read_docx", single=True),
    "odt": Format("odt:read_odt", single=True),
    "rtf": Format("rtf:read_rtf", "office", single=True),
    "doc": Format("doc:read_doc", single=True),
    "mail": Format("mail:read_mail", "html"),
    "zip": Format("archive:read_zip"),
    "tar": Format("archive:read_tar"),
    "packed": Format("archive:read_packed"),
    "feed": Format("feed:read_feed"),
    "warc": Format("warc:read_warc", "web"),
    "parquet": Format("rows:read_parquet", "tables"),
}
"""Every format that svodka reads."""

_MAGIC = (
    (b"{\\rtf", "rtf"),
    (b"PAR1", "parquet"),
    (b"WARC/", "warc"),
    (b"\x1f\x8b\x08", "packed"),
    (b"BZh", "packed"),
    (b"\xfd7zXZ\0", "packed"),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HEAD = 65_536
_FEED = re.compile(
    rb"\s*(?:<!--.*?-->\s*|<\?.*?\?>\s*|<!DOCTYPE[^\[<>]*(?:\[.*?\]\s*)?>\s*)*<(?:\w+:)?(?:rss|feed|RDF)\b", re.DOTALL
)
_XML = re.compile(rb"\s*<\?xml\b")
_HEADERS = re.compile(rb"(?:From [^\n]+\n)?(?:[A-Za-z][A-Za-z0-9-]*:[^\n]*\n(?:[ \t][^\n]*\n)*)+(?:\r?\n|\Z)")
_TELLING = re.compile(
    rb"^(?:from|to|subject|date|mime-version|message-id|received|content-type):", re.IGNORECASE | re.MULTILINE
)


def sniff(data: bytes, name: str, columns: Columns) -> str:
    """Return the key of ``FORMATS`` that reads these bytes.

    Raises:
        BinarySourceError: They are of a binary format that no reader claims.
        EncryptedSourceError: They are an Office document with a password.

    Examples:
        >>> sniff(b"%PDF-1.7", "a.txt", Columns()), sniff("Минск".encode(), "a.pdf", Columns())
        ('pdf', 'text')
    """
    head = data[:_HEAD].removeprefix(b"\xef\xbb\xbf")
    plain = head.replace(b"\0", b"").removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff")
    return _by_magic(data, head, name) or _by_markup(plain, name) or _by_rows(data, columns) or "text"


def _by_magic(data: bytes, head: bytes, name: str) -> str | None:
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _package(data, name)
    if head.startswith(_OLE):
        return _compound(data, name)
    for magic, kind in _MAGIC:
        if head.startswith(magic):
            return kind
    if head[257:262] == b"ustar":
        return "tar"
    if unread := binary_format(data):
        raise BinarySourceError(f"{name}: svodka does not read {unread}; give it the text itself")
    return None


def _package(data: bytes, name: str) -> str:
    """Tell what a ZIP is by what it holds; a damaged one is left to the reader of archives."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            names = set(package.namelist())
            if "mimetype" in names and package.getinfo("mimetype").file_size < 200:
                kind = package.read("mimetype").decode("ascii", "replace").strip()
                if kind == "application/vnd.oasis.opendocument.text":
                    return "odt"
                raise BinarySourceError(f"{name}: svodka does not read {kind}; save it as DOCX, ODT or text")
    except (zipfile.BadZipFile, OSError, ValueError, RuntimeError, NotImplementedError):
        return "zip"
    if "word/document.xml" in names:
        return "docx"
    if "[Content_Types].xml" in names:
        raise BinarySourceError(f"{name}: a table or a presentation of Office; save its text as DOCX or CSV")
    return "zip"


def _compound(data: bytes, name: str) -> str:
    """Tell what an OLE file is by the streams that it names."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise EncryptedSourceError(f"{name}: this Office document has a password; save it without one")
    if "WordDocument".encode("utf-16-le") in data:
        return "doc"
    raise BinarySourceError(f"{name}: an old Office file that is no Word document; save its text as DOCX or CSV")


def _by_markup(head: bytes, name: str) -> str | None:
    if _FEED.match(head):
        return "feed"
    if is_html(head):
        return "html"
    if _XML.match(head):
        raise UnreadableSourceError(f"{name}: XML of a kind that svodka does not read; give it the text itself")
    headers = _HEADERS.match(head.replace(b"\r\n", b"\n"))
    return "mail" if headers and len(_TELLING.findall(headers[0])) >= 2 else None


def _by_rows(data: bytes, columns: Columns) -> str | None:
    """Tell a table by its first line."""
    head = data[:_HEAD].removeprefix(b"\xef\xbb\xbf").lstrip()
    if head.startswith((b"{", b"[")) and _is_json(data, head):
        return "json"
    line = head.split(b"\n", 1)[0].split(b"\r", 1)[0]
    for encoding in ("utf-8", "cp1251"):
        try:
            if delimiter(line.decode(encoding), columns):
                return "csv"
        except UnicodeDecodeError:
            continue
    return None


def _is_json(data: bytes, head: bytes) -> bool:
    for piece in (head.split(b"\n", 1)[0], data):
        try:
            value = json.loads(piece.decode("utf-8-sig"))
        except (ValueError, RecursionError):
            continue
        return isinstance(value, dict) or (isinstance(value, list) and bool(value) and isinstance(value[0], dict))
    return False
