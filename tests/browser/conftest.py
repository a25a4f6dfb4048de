"""A report of the annotated documents and of a hostile one, in real Chromium."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

import svodka
from svodka.core.records import Record
from svodka.core.source import Source
from tests.texts import PROJECT, SEEDS

CHROMIUM = Path("/usr/bin/chromium")
GOLD = PROJECT / "corpus" / "gold"
HOSTILE = (
    "Делегация <script>window.hurt=1</script> посетила Минск 15 марта 2024 года. "
    '"><img src=x onerror="window.hurt=2"> </script><script>window.hurt=3</script> <!-- '
    "Министр Иван Петров\u202etxt.exe подписал [соглашение](javascript:window.hurt=4) на 5 млн долларов. "
    "=HYPERLINK(0) https://example.org/x.png {{ 7*7 }} <style>body{display:none}</style>"
)

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.models)
            if not CHROMIUM.exists():
                item.add_marker(pytest.mark.skip(reason="there is no Chromium"))


@pytest.fixture(scope="session")
def records() -> tuple[Record, ...]:
    """The seeds, the development set and a hostile document."""
    found = []
    for file in (*sorted(SEEDS.iterdir()), *sorted((PROJECT / "corpus" / "releases").glob("*.txt"))):
        data = file.read_bytes()
        source = Source.from_text(data.decode("utf-8"), file.name)
        found.append(svodka.extract(source))
    hostile = Source.from_text(HOSTILE, '"><script>window.hurt=5</script>\u202e.txt')
    return (*found, svodka.extract(hostile))


@pytest.fixture(scope="session")
def site(records: tuple[Record, ...], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site as ``svodka report --gold`` writes it."""
    from svodka.evaluation.runs import read_gold
    from svodka.report.site import Run, write_site

    folder = tmp_path_factory.mktemp("site")
    gold = {record.doc_id: record for record in read_gold(GOLD)}
    write_site(Run("corpus <b>", records, (), gold), folder)
    return folder


@pytest.fixture(scope="session")
def single(records: tuple[Record, ...], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same as one file."""
    from svodka.report.site import Run, write_single

    return write_single(Run("corpus", records), tmp_path_factory.mktemp("single") / "report.html")


@pytest.fixture(scope="session")
def chromium() -> Iterator[object]:
    options = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=str(CHROMIUM), args=options)
        yield browser
        browser.close()


@dataclass
class Visit:
    """A page with what it complained of and what it asked the network for."""

    page: object
    complaints: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    def open(self, file: Path, fragment: str = "") -> object:
        page = self.page
        page.goto("about:blank")
        page.goto(f"file://{file}{fragment}")
        page.wait_for_selector("html.ready", state="attached")
        return page


@pytest.fixture
def visit(chromium: object, request: pytest.FixtureRequest) -> Iterator[Visit]:
    """A fresh page; whatever a test does, it ends without complaint and without a request beyond the disk."""
    options = getattr(request, "param", {"viewport": {"width": 1300, "height": 900}})
    context = chromium.new_context(**options)
    seen = Visit(context.new_page())
    seen.page.on("console", lambda message: seen.complaints.append(message.text))
    seen.page.on("pageerror", lambda error: seen.complaints.append(str(error)))
    seen.page.on("dialog", lambda dialog: seen.complaints.append(dialog.message))
    seen.page.on("request", lambda asked: seen.requests.append(asked.url))
    yield seen
    context.close()
    assert seen.complaints == []
    assert [url for url in seen.requests if not url.startswith(("file://", "data:", "about:"))] == []
