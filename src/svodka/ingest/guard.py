"""What every packed or marked-up document must pass before it is parsed: sizes, ratios, paths, no entities."""

from __future__ import annotations

import io
import stat
import zipfile
import zlib
from pathlib import PurePosixPath
from typing import TYPE_CHECKING
from xml.etree import ElementTree

from svodka.core.errors import (
    DamagedSourceError,
    EncryptedSourceError,
    ExpandingSourceError,
    LostTextError,
    TooLargeSourceError,
    UnsafeSourceError,
)
from svodka.ingest.composer import letters
from svodka.ingest.options import MEBIBYTE

if TYPE_CHECKING:
    from svodka.ingest.readings import Job

_LEAST = 0.5
"""Share of the plain letters that a reader must bring home."""


def open_package(data: bytes, job: Job) -> zipfile.ZipFile:
    """Open a ZIP whose declared sizes are within the limits.

    Raises:
        DamagedSourceError: It is no whole ZIP.
        TooLargeSourceError: It has too many members.
        ExpandingSourceError: It declares too much, or a member that grows too much.
    """
    limits = job.options.limits
    try:
        package = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, OSError, UnicodeError) as error:
        raise DamagedSourceError(f"{job.name}: this ZIP is damaged or cut short; fetch it again") from error
    members = package.infolist()
    if len(members) > limits.members:
        raise TooLargeSourceError(f"{job.name}: {len(members)} members; unpack it, or raise --limit members=…")
    if sum(member.file_size for member in members) > limits.expansion * MEBIBYTE:
        raise ExpandingSourceError(
            f"{job.name}: unpacks to more than --limit expansion={limits.expansion} MiB; unpack it"
        )
    for member in members:
        if member.file_size > max(MEBIBYTE, member.compress_size * limits.ratio):
            raise ExpandingSourceError(
                f"{job.name}: a member grows more than --limit ratio={limits.ratio} times; unpack it"
            )
    return package


def unpack(package: zipfile.ZipFile, member: str | zipfile.ZipInfo, job: Job) -> bytes:
    """Return one member, as long as it keeps to the size that it declares.

    Raises:
        EncryptedSourceError: It has a password.
        DamagedSourceError: It does not unpack, or to more than it declares.
    """
    info = package.getinfo(member) if isinstance(member, str) else member
    if info.flag_bits & 1:
        raise EncryptedSourceError(f"{job.name}: has a password; save it without one")
    try:
        with package.open(info) as stream:
            data = stream.read(info.file_size + 1)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError) as error:
        raise DamagedSourceError(f"{job.name}: a member does not unpack; fetch or save it again") from error
    if len(data) > info.file_size:
        raise DamagedSourceError(f"{job.name}: a member is larger than it declares; fetch or save it again")
    return data


def is_safe_path(name: str) -> bool:
    r"""Tell whether the name of a member stays inside its archive.

    Examples:
        >>> [is_safe_path(name) for name in ("a/b.txt", "../b.txt", "/etc/passwd", "c:\\b.txt", "a\\..\\b")]
        [True, False, False, False, False]
    """
    path = PurePosixPath(name.replace("\\", "/"))
    return (
        not path.is_absolute()
        and ".." not in path.parts
        and ":" not in name.split("/", maxsplit=1)[0]
        and "\0" not in name
    )


def is_link(info: zipfile.ZipInfo) -> bool:
    """Tell whether a member of a ZIP is a symbolic link."""
    return stat.S_ISLNK(info.external_attr >> 16)


def parse_xml(data: bytes, job: Job) -> ElementTree.Element:
    """Parse XML that declares nothing: a DOCTYPE can only do harm in a document.

    Raises:
        UnsafeSourceError: It has a DOCTYPE.
        DamagedSourceError: It is not well-formed.
    """
    refuse_doctype(data, job)
    try:
        return ElementTree.fromstring(data)
    except (ElementTree.ParseError, ValueError, LookupError) as error:
        raise DamagedSourceError(f"{job.name}: its XML is damaged; save or fetch it again") from error


def refuse_doctype(data: bytes, job: Job) -> None:
    """Refuse XML with a DOCTYPE, from which entities come.

    Raises:
        UnsafeSourceError: It has one.
    """
    if b"<!DOCTYPE" in data.replace(b"\0", b"").upper():
        raise UnsafeSourceError(f"{job.name}: declares a DOCTYPE, which no document needs; save it anew")


def check_loss(extracted: str, plain: int, job: Job) -> None:
    """Compare a text with the number of letters that a plain count found.

    Raises:
        LostTextError: There is far less of it.
    """
    if letters(extracted) < plain * _LEAST:
        raise LostTextError(
            f"{job.name}: only {letters(extracted)} of about {plain} letters were read; save it as plain text"
        )
