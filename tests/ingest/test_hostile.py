"""Documents made to hurt: each costs itself only, within the limits, and says why."""

from __future__ import annotations

import io
import random
import tarfile
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from svodka.core.errors import REFUSALS
from svodka.core.source import Source
from svodka.ingest.isolation import Worker
from svodka.ingest.options import Limits, Options
from svodka.ingest.read import Reference, documents
from svodka.ingest.readings import Job, Refused
from tests.ingest import make

GOOD = "Главы регионов подписали план сотрудничества на 2024 год."
OPTIONS = Options(limits=Limits(seconds=20, memory=768))


def outcomes(data: bytes, folder: Path, name: str = "input") -> list[str]:
    """Return the code of each outcome, ``ok`` for a text."""
    (folder / name).write_bytes(data)
    found = list(documents(Reference(str(folder / name), name), OPTIONS))
    for item in found:
        if isinstance(item, Refused):
            assert item.code in REFUSALS
            assert "\n" not in item.message
            assert str(folder) not in item.message
    return [item.code if isinstance(item, Refused) else "ok" for item in found]


def docx_bomb() -> bytes:
    return make.package({"[Content_Types].xml": "", "word/document.xml": b" " * (300 << 20)})


def liar() -> bytes:
    """A DOCX whose member unpacks to more than it declares."""
    data = make.package({"[Content_Types].xml": "", "word/document.xml": b"<a>" + b" " * 5000 + b"</a>"})
    return data.replace((5007).to_bytes(4, "little"), (50).to_bytes(4, "little"))


def xxe() -> bytes:
    document = f'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><w:document xmlns:w="{make.W}">&x;</w:document>'
    return make.package({"[Content_Types].xml": "", "word/document.xml": document})


def billion_laughs() -> bytes:
    entities = '<!ENTITY a0 "ха">' + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    return f"<?xml version='1.0'?><!DOCTYPE rss [{entities}]><rss><item><title>&a11;</title></item></rss>".encode()


def cyclic_pdf() -> bytes:
    """A page tree that holds itself, and a stream that unpacks to 440 MB."""
    packer = zlib.compressobj(9)
    chunk = b" " * (1 << 20)
    stream = b"".join(packer.compress(chunk) for _ in range(440)) + packer.flush()
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[2 0 R 3 0 R]/Count 2>>",
        b"<</Type/Page/Parent 2 0 R/Contents 4 0 R/MediaBox[0 0 99 99]>>",
        b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (len(stream), stream),
    ]
    data = b"%PDF-1.4\n"
    offsets = []
    for number, body in enumerate(objects, 1):
        offsets.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"xref\n0 5\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    return data + table + b"trailer<</Size 5/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % len(data)


def long_line() -> bytes:
    return b"<html><body>" + "слово ".encode() * 5_000_000 + b"</body></html>"


def deep_page() -> bytes:
    return b"<div>" * 100_000 + GOOD.encode() + b"</div>" * 100_000


def deep_docx() -> bytes:
    return make.docx([], body="<w:sdt>" * 50_000 + "</w:sdt>" * 50_000)


def slip() -> bytes:
    return make.package({"../../etc/evil.txt": GOOD, "/abs.txt": GOOD, "good.txt": GOOD})


def links() -> bytes:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as archive:
        link = tarfile.TarInfo("a.txt")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        archive.addfile(link)
        good = tarfile.TarInfo("good.txt")
        good.size = len(GOOD.encode())
        archive.addfile(good, io.BytesIO(GOOD.encode()))
    return buffer.getvalue()


def russian_dolls() -> bytes:
    data = GOOD.encode()
    for level in range(6):
        data = make.package({f"{level}.zip": data})
    return data


def gzip_bomb() -> bytes:
    import gzip

    return gzip.compress(b"\0" * (100 << 20))


HOSTILE: dict[str, tuple[Callable[[], bytes], list[str]]] = {
    "docx bomb": (docx_bomb, ["expands"]),
    "docx that lies about its size": (liar, ["damaged"]),
    "external entity": (xxe, ["unsafe"]),
    "billion laughs": (billion_laughs, ["unsafe"]),
    "50 MB on one line": (long_line, ["too_large"]),
    "deep page": (deep_page, ["text_lost"]),
    "deep docx": (deep_docx, ["nested"]),
    "zip slip": (slip, ["unsafe", "unsafe", "ok"]),
    "links": (links, ["unsafe", "ok"]),
    "archives in archives": (russian_dolls, ["nested"]),
    "gzip bomb": (gzip_bomb, ["expands"]),
    "zeros": (lambda: b"\0" * 10_000, ["binary"]),
    "a zero in a text": (lambda: GOOD.encode() + b"\0", ["binary"]),
    "deep json": (lambda: b'{"text": ' + b"[" * 200_000, ["ok"]),
}


@pytest.mark.slow
@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_document_is_refused_with_its_code(name: str, tmp_path: Path) -> None:
    maker, codes = HOSTILE[name]
    assert outcomes(maker(), tmp_path) == codes


@pytest.mark.slow
def test_a_cyclic_pdf_with_a_huge_stream_costs_itself_only(tmp_path: Path) -> None:
    (code,) = outcomes(cyclic_pdf(), tmp_path)
    assert code in ("damaged", "memory", "timeout", "reader_crashed", "no_text_layer")
    assert outcomes(make.docx([GOOD]), tmp_path) == ["ok"]


@pytest.mark.skipif(make.FONT is None, reason="no font with Cyrillic letters is installed")
@pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
def test_a_truncated_pdf_is_refused_or_read(share: float, tmp_path: Path) -> None:
    data = make.pdf([GOOD] * 40)
    (code,) = outcomes(data[: int(len(data) * share)], tmp_path)
    assert code in ("damaged", "no_text_layer", "ok")


@pytest.mark.parametrize("maker", [make.docx, make.odt, make.rtf], ids=["docx", "odt", "rtf"])
@pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
def test_a_truncated_document_is_damaged(maker: Callable[[list[str]], bytes], share: float, tmp_path: Path) -> None:
    data = maker([GOOD] * 40)
    assert outcomes(data[: int(len(data) * share)], tmp_path) == ["damaged"]


MAGIC = (
    b"", b"%PDF-1.7\n", b"PK\x03\x04", b"{\\rtf1", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"PAR1", b"WARC/1.0\r\n",
    b"\x1f\x8b\x08", b"BZh9", b"\xfd7zXZ\0", b"<html>", b"<?xml version='1.0'?><rss>", b"From: a\nSubject: b\n\n",
    b'{"text": 1}\n', b"id,text\n", b"\xff\xfe", b"\xef\xbb\xbf",
)  # fmt: skip
EXTENSIONS = [
    "txt",
    "md",
    "html",
    "pdf",
    "docx",
    "odt",
    "rtf",
    "doc",
    "eml",
    "zip",
    "tar",
    "csv",
    "jsonl",
    "parquet",
    "warc",
]


@pytest.mark.parametrize("extension", EXTENSIONS)
def test_random_bytes_give_an_outcome_under_any_name(extension: str, tmp_path: Path) -> None:
    chance = random.Random(extension)
    for magic in MAGIC:
        assert outcomes(magic + chance.randbytes(2000), tmp_path, f"a.{extension}")


def test_a_sparse_gigabyte_is_not_read(tmp_path: Path) -> None:
    with (tmp_path / "big.txt").open("wb") as file:
        file.truncate(1 << 30)
    found = list(documents(Reference(str(tmp_path / "big.txt"), "big.txt"), OPTIONS))
    assert [item.code for item in found if isinstance(item, Refused)] == ["too_large"]
    assert isinstance(found[0], Refused)
    assert found[0].data is None


def test_a_hanging_reader_is_stopped_and_replaced(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("svodka.ingest.isolation._START", 2)
    worker = Worker(512)
    job = Job("slow.html", Options(limits=Limits(seconds=1)))
    (item,) = worker.read("html", b"<!" + b"<!--" * 2_000_000, job)
    assert isinstance(item, Refused)
    assert item.code in ("timeout", "memory", "empty")
    (again,) = worker.read("docx", make.docx([GOOD]), Job("good.docx", Options(limits=Limits(seconds=30))))
    assert not isinstance(again, Refused)
    worker.stop()


def test_a_dead_reader_is_replaced() -> None:
    worker = Worker(512)
    (first,) = worker.read("docx", make.docx([GOOD]), Job("a.docx"))
    assert not isinstance(first, Refused)
    assert worker._process is not None
    worker._process.kill()
    worker._process.wait()
    (dead,) = worker.read("docx", make.docx([GOOD]), Job("b.docx"))
    assert isinstance(dead, Refused)
    assert dead.code == "reader_crashed"
    (alive,) = worker.read("docx", make.docx([GOOD]), Job("c.docx"))
    assert not isinstance(alive, Refused)
    worker.stop()


def test_a_password_is_named(tmp_path: Path) -> None:
    data = bytearray(make.package({"good.txt": GOOD}))
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(signature) + offset] |= 1
    assert outcomes(bytes(data), tmp_path) == ["encrypted"]
    assert zipfile.is_zipfile(io.BytesIO(data))


def test_a_good_document_passes(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(make.docx([GOOD]))
    (source,) = documents(Reference(str(tmp_path / "a.docx"), "a.docx"), OPTIONS)
    assert isinstance(source, Source)
    assert source.text == GOOD
