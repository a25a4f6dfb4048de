"""Archives: what they hold, unpacked in memory alone and within the limits."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import tarfile
import zlib
from collections.abc import Callable, Iterator
from functools import partial
from typing import IO, Any
from zipfile import ZipInfo

from svodka.core.errors import DamagedSourceError, ExpandingSourceError, SvodkaError, UnsafeSourceError
from svodka.ingest.guard import is_link, is_safe_path, open_package, unpack
from svodka.ingest.options import MEBIBYTE
from svodka.ingest.readings import Item, Job, Part, Refused

_UTF8 = 0x800
_PACKED: dict[bytes, Callable[[IO[bytes]], Any]] = {b"\x1f\x8b": gzip.open, b"BZh": bz2.open, b"\xfd7zXZ\0": lzma.open}
_SUFFIXES = (".gz", ".bz2", ".xz")


def read_zip(data: bytes, job: Job) -> Iterator[Item]:
    """Hand out the files of a ZIP, sorted by name; hidden ones are passed over, as in a folder."""
    package = open_package(data, job)
    for name, member in sorted((_name(member), member) for member in _files(package.infolist())):
        yield from _member(name, job, linked=is_link(member), load=partial(unpack, package, member, job))


def _files(members: list[ZipInfo]) -> Iterator[ZipInfo]:
    return (member for member in members if not member.is_dir())


def _name(member: ZipInfo) -> str:
    """Return a member's name; the old packers of Russian systems wrote them in cp866."""
    if member.flag_bits & _UTF8:
        return member.filename
    try:
        return member.orig_filename.encode("cp437").decode("cp866")
    except UnicodeError:
        return member.filename


def read_tar(data: bytes, job: Job) -> Iterator[Item]:
    """Hand out the files of a TAR, sorted by name."""
    try:
        package = tarfile.TarFile(fileobj=io.BytesIO(data))
        members = sorted((m for m in package.getmembers() if not m.isdir()), key=lambda member: member.name)
    except (tarfile.TarError, EOFError, OSError, ValueError) as error:
        raise DamagedSourceError(f"{job.name}: this TAR is damaged or cut short; fetch it again") from error
    for member in members:
        stream = package.extractfile(member) if member.isreg() else None
        yield from _member(member.name, job, linked=stream is None, load=stream.read if stream else bytes)


def _member(name: str, job: Job, *, linked: bool, load: Callable[[], bytes]) -> Iterator[Item]:
    """Yield one file, or why it is refused."""
    if any(part.startswith((".", "__MACOSX")) and part != ".." for part in name.split("/") if part != "."):
        return
    shown = f"{job.name}/{name}"
    try:
        if linked or not is_safe_path(name):
            raise UnsafeSourceError(f"{shown}: points outside its archive; unpack it by hand if you trust it")
        yield Part(name, load())
    except SvodkaError as error:
        yield Refused.because(shown, error)


def read_packed(data: bytes, job: Job) -> Iterator[Item]:
    """Hand out what one packed file holds."""
    opener = next(opener for magic, opener in _PACKED.items() if data.startswith(magic))
    limits = job.options.limits
    most = min(limits.expansion * MEBIBYTE, max(MEBIBYTE, len(data) * limits.ratio))
    try:
        with opener(io.BytesIO(data)) as stream:
            content = stream.read(most + 1)
    except (OSError, EOFError, zlib.error, lzma.LZMAError, ValueError) as error:
        raise DamagedSourceError(f"{job.name}: this packed file is damaged or cut short; fetch it again") from error
    if len(content) > most:
        raise ExpandingSourceError(f"{job.name}: unpacks to more than the limits allow; unpack it by hand")
    base = job.name.rsplit("/", 1)[-1]
    stem = next((base[: -len(suffix)] for suffix in _SUFFIXES if base.lower().endswith(suffix)), base)
    yield Part(stem or "content", content)
