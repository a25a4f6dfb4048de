"""One input with many documents: archives, mails, tables, feeds, web archives, in their order."""

from __future__ import annotations

import bz2
import gzip
import io
import json
import lzma
import tarfile
from collections.abc import Mapping
from email.message import EmailMessage
from pathlib import Path

import pytest

from svodka.core.errors import UsageError
from svodka.core.source import Source
from svodka.ingest.options import Columns, Limits, Options
from svodka.ingest.read import Reference, documents, read_bytes
from svodka.ingest.readings import Refused
from tests.ingest import make

A, B = "Главы регионов подписали план на год.", "Завод отгрузил партию техники."


def found(data: bytes, folder: Path, name: str, options: Options | None = None) -> dict[str, str]:
    """Return the text of each document by its name, the code of a refused one."""
    (folder / name).write_bytes(data)
    items = list(documents(Reference(str(folder / name), name), options or Options()))
    return {i.name if isinstance(i, Refused) else i.path: i.code if isinstance(i, Refused) else i.text for i in items}


def sources(data: bytes, name: str = "a", **columns: str) -> list[Source]:
    from svodka.ingest.read import _Input
    from svodka.ingest.readings import Job

    options = Options(columns=Columns(**columns))
    return [item for item in _Input(options).open(data, Job(name, options), 0) if isinstance(item, Source)]


def tar(members: Mapping[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as archive:
        for name, data in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return buffer.getvalue()


def test_a_zip_gives_its_files_sorted_without_hidden_ones(tmp_path: Path) -> None:
    inner = make.package({"в.docx": make.docx([B])})
    data = make.package(
        {"б.txt": B, "а.txt": A, "__MACOSX/x": "x", ".hidden": "x", "z.zip": inner, "n.bin": b"\x89PNG\r\n\x1a\n"}
    )
    assert found(data, tmp_path, "p.zip") == {
        "p.zip/n.bin": "binary", "p.zip/z.zip/в.docx": B, "p.zip/а.txt": A, "p.zip/б.txt": B,
    }  # fmt: skip


def test_old_names_are_read_in_cp866(tmp_path: Path) -> None:
    data = make.package({"xxxx.txt": A}).replace(b"xxxx.txt", "план.txt".encode("cp866"))
    assert found(data, tmp_path, "p.zip") == {"p.zip/план.txt": A}


@pytest.mark.parametrize(("pack", "suffix"), [(gzip.compress, "gz"), (bz2.compress, "bz2"), (lzma.compress, "xz")])
def test_a_packed_tar_gives_its_files(pack: object, suffix: str, tmp_path: Path) -> None:
    assert callable(pack)
    data = pack(tar({"b.txt": B.encode(), "a.txt": A.encode("koi8-r")}))
    assert found(data, tmp_path, f"t.tar.{suffix}") == {
        f"t.tar.{suffix}/t.tar/a.txt": A,
        f"t.tar.{suffix}/t.tar/b.txt": B,
    }


def test_an_empty_archive_is_told(tmp_path: Path) -> None:
    assert found(make.package({}), tmp_path, "e.zip") == {"e.zip": "empty"}


def test_a_mail_gives_its_body_and_attachments() -> None:
    message = EmailMessage()
    message["Subject"], message["From"], message["To"] = "О визите", "Пресс-служба <press@example.org>", "a@example.org"
    message["Date"] = "Tue, 14 Feb 2023 23:30:00 +0300"
    message.set_content(A, charset="koi8-r")
    message.add_attachment(make.docx([B]), maintype="application", subtype="octet-stream", filename="план.docx")
    message.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="герб.png")
    body, attached = sources(message.as_bytes(), "m.eml")
    assert (body.text.strip(), body.media_type, body.encoding) == (A, "message/rfc822", "koi8-r")
    assert (body.metadata["title"], body.metadata["published"]) == ("О визите", "2023-02-14")
    assert body.metadata["author"] == "Пресс-служба <press@example.org>"
    assert (attached.path, attached.text, attached.metadata["published"]) == ("m.eml/план.docx", B, "2023-02-14")


def test_a_mail_that_is_only_a_page_gives_its_text() -> None:
    message = EmailMessage()
    message["Subject"], message["From"] = "О визите", "a@example.org"
    message.set_content(make.page(["Визит", *[A] * 5]).decode(), subtype="html")
    (source,) = sources(message.as_bytes())
    assert A in source.text


JSONL = "\n".join(json.dumps({"text": t, "id": i, "date": "2024-03-0" + i, "url": "https://a.by/" + i})
                  for t, i in ((A, "1"), (B, "2")))  # fmt: skip


def test_json_lines_give_a_text_a_row() -> None:
    first, second = sources(JSONL.encode(), "t.jsonl")
    assert (first.path, first.text, first.row, first.metadata["published"]) == ("t.jsonl#1", A, 0, "2024-03-01")
    assert second.doc_id == first.doc_id.removesuffix("#0") + "#1"
    assert second.metadata["url"] == "https://a.by/2"


def test_json_of_any_form_is_read() -> None:
    rows = [{"body": A}, {"body": B}]
    assert [source.text for source in sources(json.dumps(rows, indent=1).encode())] == [A, B]
    assert [source.text for source in sources(json.dumps(rows[0], indent=1).encode())] == [A]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1251"])
@pytest.mark.parametrize("sign", [";", ",", "\t"])
def test_csv_is_read_whatever_separates_it(sign: str, encoding: str) -> None:
    quoted = A.replace("план", "план\nвторой")
    table = sign.join(("номер", "дата", "текст")) + "\r\n" + sign.join(("7", "15.03.2024", f'"{quoted}"')) + "\r\n"
    (source,) = sources(table.encode(encoding), "t.csv")
    assert (source.path, source.text, source.metadata["published"]) == ("t.csv#7", quoted, "2024-03-15")


def test_parquet_is_read() -> None:
    pyarrow = pytest.importorskip("pyarrow")
    from pyarrow import parquet

    buffer = io.BytesIO()
    parquet.write_table(pyarrow.table({"релиз": [A, B], "id": [5, 6]}), buffer)
    assert [(s.path, s.text) for s in sources(buffer.getvalue(), "t", text="релиз")] == [("t#5", A), ("t#6", B)]


def test_the_text_column_is_asked_for(tmp_path: Path) -> None:
    assert found(b'{"a": "x", "b": 1}\n', tmp_path, "t.jsonl") == {"t.jsonl#0": "no_text_column"}
    options = Options(columns=Columns(text="a"))
    assert found(f'{{"a": "{A}"}}\n{{"a": ""}}\nx\n'.encode(), tmp_path, "t.jsonl", options) == {
        "t.jsonl#0": A, "t.jsonl#1": "empty", "t.jsonl#2": "damaged",
    }  # fmt: skip


def test_a_feed_gives_its_entries(tmp_path: Path) -> None:
    items = "".join(f"<item><title>Тема</title><link>https://a.by/{n}</link><description>&lt;p&gt;{text}&lt;/p&gt;"
                    f"</description><pubDate>Fri, 1 Mar 2024 10:00:00 +0300</pubDate></item>"
                    for n, text in enumerate((A, B)))  # fmt: skip
    feed = f'<?xml version="1.0" encoding="windows-1251"?><rss version="2.0"><channel>{items}</channel></rss>'
    first, _ = sources(feed.encode("cp1251"), "f.xml")
    assert (first.text, first.metadata["published"]) == (f"Тема\n\n{A}", "2024-03-01")
    assert first.metadata["url"] == "https://a.by/0"
    broken = feed[: feed.rindex("<pubDate>")].encode("cp1251")
    assert list(found(broken, tmp_path, "f.xml").values()) == [f"Тема\n\n{A}", "damaged"]


def test_a_web_archive_gives_its_pages() -> None:
    warcio = pytest.importorskip("warcio")
    from warcio.statusandheaders import StatusAndHeaders

    buffer = io.BytesIO()
    writer = warcio.WARCWriter(buffer, gzip=True)
    for status, url in (("200 OK", "https://a.by/1"), ("404 Not Found", "https://a.by/2")):
        headers = StatusAndHeaders(status, [("Content-Type", "text/html; charset=koi8-r")], protocol="HTTP/1.1")
        page = make.page(["Визит", *[A] * 5], encoding="koi8-r")
        writer.write_record(writer.create_warc_record(url, "response", payload=io.BytesIO(page), http_headers=headers))
    (source,) = sources(buffer.getvalue(), "w.warc.gz")
    assert A in source.text
    assert source.metadata["url"] == "https://example.org/news/1"


def test_members_are_bounded(tmp_path: Path) -> None:
    options = Options(limits=Limits(members=1))
    assert list(found(JSONL.encode(), tmp_path, "t.jsonl", options).values()) == [A, "too_large"]


def test_one_document_is_asked_of_many() -> None:
    with pytest.raises(UsageError, match="2 documents"):
        read_bytes(JSONL.encode())
