"""The files of a report: what is written, the same every time, closed in itself."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from svodka.core.records import Failure, Record
from svodka.core.spans import Edit, apply_edits
from svodka.report.items import Item
from svodka.report.page import to_json
from svodka.report.segments import segments
from svodka.report.site import Run, write_single, write_site
from svodka.report.wording import WORDS
from tests.texts import PROJECT


@pytest.fixture(scope="module")
def run() -> Run:
    files = sorted((PROJECT / "corpus" / "gold").glob("*.json"))[:3]
    failure = Failure(doc_id=None, path="broken.pdf", stage="ingest", code="binary", message="broken.pdf: no reader")
    return Run("gold", [Record.from_json(file.read_text("utf-8")) for file in files], [failure])


@pytest.mark.models
def test_a_site_is_the_same_every_time(run: Run, tmp_path: Path) -> None:
    for name in ("one", "two"):
        write_site(run, tmp_path / name)
    one = {file.relative_to(tmp_path / "one"): file.read_bytes() for file in (tmp_path / "one").rglob("*.html")}
    assert one == {file.relative_to(tmp_path / "two"): file.read_bytes() for file in (tmp_path / "two").rglob("*.html")}
    assert str(tmp_path).encode() not in b"".join(one.values())


@pytest.mark.models
def test_every_link_leads_somewhere(run: Run, tmp_path: Path) -> None:
    write_site(run, tmp_path)
    for file in tmp_path.rglob("*.html"):
        text = file.read_text("utf-8")
        for address in re.findall(r'<a [^>]*href="([^"#]*)(?:#[^"]*)?"', text):
            assert not address or (file.parent / address).is_file(), (file.name, address)
        assert (
            "http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src 'sha256-"
            in text.replace("&#39;", "'")
        )
        assert not re.search(
            r'\s(?:src|style|on\w+)="', re.sub(r"<(script|style)\b.*?</\1>", "", text, flags=re.DOTALL)
        )


@pytest.mark.models
def test_failures_are_told_with_their_reasons(run: Run, tmp_path: Path) -> None:
    text = write_site(run, tmp_path).read_text("utf-8")
    assert "broken.pdf: no reader" in text


@pytest.mark.models
def test_one_file_is_one_file(run: Run, tmp_path: Path) -> None:
    write_single(run, tmp_path / "report.html")
    assert [file.name for file in tmp_path.iterdir()] == ["report.html"]


def test_every_word_has_two_languages() -> None:
    for key, (russian, english) in WORDS.items():
        assert russian, key
        assert english, key
        assert not re.search("[а-яё]", english, re.IGNORECASE), key


@given(st.text())
def test_json_never_ends_its_script(text: str) -> None:
    assert not set("<>&\u2028\u2029") & set(to_json([text]))


@st.composite
def texts(draw: st.DrawFn) -> tuple[str, list[Item], list[Edit]]:
    text = draw(st.text("абв -\n", max_size=30))
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=8)))
    pairs = [(a, b) for a, b in zip(cuts[::2], cuts[1::2], strict=False) if a < b]
    edits = [Edit(a, b, draw(st.text("аб ", max_size=2)), "r") for a, b in pairs]
    spans = draw(st.lists(st.tuples(st.integers(0, len(text)), st.integers(0, len(text))), max_size=5))
    items = [Item(f"m{n}", "e", "LOC", (tuple(sorted(s)),), "x") for n, s in enumerate(spans) if s[0] != s[1]]
    kept = [e for i, e in enumerate(edits) if i == 0 or edits[i - 1].end <= e.start]
    return text, items, kept


@given(texts())
def test_segments_keep_text_items_and_edits(given: tuple[str, list[Item], list[Edit]]) -> None:
    text, items, edits = given
    found = list(segments(text, items, edits))
    assert "".join(text[s.start : s.end] for s in found) == text
    clean = "".join(s.written if s.edit else text[s.start : s.end] for s in found)
    assert clean == apply_edits(text, edits)
    for item in items:
        covered = {n for s in found if item.id in s.items for n in range(s.start, s.end)}
        assert covered == {n for start, end in item.spans for n in range(start, end)}
