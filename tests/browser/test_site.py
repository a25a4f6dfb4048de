"""The inspector as people use it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from svodka.core.records import Record
from tests.browser.conftest import Visit

PHONE = {"viewport": {"width": 390, "height": 800}}
DARK = {"viewport": {"width": 1300, "height": 900}, "color_scheme": "dark"}


def document(site: Path, number: int) -> Path:
    return next((site / "documents").glob(f"{number:04}-*.html"))


@pytest.fixture
def small(site: Path) -> Path:
    return document(site, 2)


def test_layers_are_switched(visit: Visit, small: Path) -> None:
    page = visit.open(small)
    assert page.locator(".s.e").count() > 20
    page.click("[data-layer=e]")
    assert page.locator(".s.e").count() == 0
    assert page.get_attribute("[data-layer=e]", "aria-pressed") == "false"
    page.keyboard.press("1")
    assert page.locator(".s.e").count() > 20


def test_the_text_is_the_source_and_its_clean_reading(visit: Visit, site: Path, records: tuple[Record, ...]) -> None:
    from svodka.analysis.reading import clean_of

    for number, record in enumerate(records[:-1], 1):
        page = visit.open(document(site, number))
        texts = page.evaluate(
            """() => ["ins", "del"].map((hidden) => {
                const copy = document.querySelector(".text").cloneNode(true);
                for (const element of copy.querySelectorAll(hidden)) element.remove();
                return copy.textContent;
            })"""
        )
        assert texts == [record.text, clean_of(record).text]


def test_joins_show_in_the_source_view(visit: Visit, site: Path) -> None:
    page = visit.open(document(site, 1))
    page.click("[data-view=source]")
    assert page.locator(".s.x.t-join").count() >= 80
    join = page.locator(".s.x.t-join del").first
    assert join.is_visible()
    join.click()
    assert "hyphen." in page.inner_text(".card")


def test_an_event_lights_its_evidence_and_the_evidence_its_event(
    visit: Visit, small: Path, records: tuple[Record, ...]
) -> None:
    event = next(event for event in records[1].events if event.trigger.text == "заключено")
    page = visit.open(small, f"#{event.id}")
    assert page.inner_text(".s.now") == "заключено"
    lit = page.locator(".s.lit").all_inner_texts()
    assert any("450" in text for text in lit)
    assert page.locator("tr.now").count() == 1
    page.locator(".card dl a", has_text="около 450 договоров").first.click()
    assert "450" in " ".join(page.locator(".s.now").all_inner_texts())
    page.locator(".card a", has_text="соглашение").first.click()
    assert page.inner_text(".s.now") == "заключено"


def test_hover_tells_and_focus_tells(visit: Visit, small: Path) -> None:
    page = visit.open(small)
    page.locator(".s.d").first.hover()
    assert "2009" in page.inner_text(".card")
    assert "date." in page.inner_text(".card")
    page.evaluate("document.querySelector('.s.f').focus()")
    assert "81" in page.inner_text(".card")


def test_search_filters_and_steps(visit: Visit, small: Path) -> None:
    page = visit.open(small)
    page.keyboard.press("/")
    page.keyboard.type("курск")
    assert 0 < page.locator(".s.e").count() < 40
    page.keyboard.press("Enter")
    assert "Курск" in " ".join(page.locator(".s.now").all_inner_texts())
    page.keyboard.press("Escape")
    page.fill("[data-find]", "")
    page.select_option("[data-filter=type]", "VISIT")
    assert page.locator(".s.v").count() >= 3
    assert page.locator(".s.e").count() == 0
    page.select_option("[data-filter=status]", "planned")
    assert page.locator(".s.v").count() < 3


def test_gold_marks_hits_misses_and_false_alarms(visit: Visit, site: Path) -> None:
    page = visit.open(document(site, 1))
    for verdict in ("hit", "false", "miss"):
        page.select_option("[data-filter=verdict]", verdict)
        assert page.locator(f".s.g-{verdict}").count() > 0
        others = {"hit", "false", "miss"} - {verdict}
        assert all(page.locator(f".s.g-{other}").count() == 0 for other in others)


def test_a_permalink_leads_to_the_evidence(visit: Visit, site: Path) -> None:
    page = visit.open(document(site, 1), "#f9")
    assert "75" in page.inner_text(".s.now")
    assert page.locator(".s.now").first.is_visible()
    top = page.evaluate("document.querySelector('.s.now').getBoundingClientRect().top")
    assert 0 < top < 900
    assert page.get_attribute("a.permalink", "href") == "#f9"


def test_keyboard(visit: Visit, small: Path) -> None:
    page = visit.open(small)
    page.keyboard.press("j")
    first = page.inner_text(".card .quote")
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.classList.contains('s')")
    page.keyboard.press("k")
    assert page.inner_text(".card .quote") == first
    page.keyboard.press("Escape")
    assert page.locator(".s.now").count() == 0
    page.keyboard.press("?")
    assert page.is_visible("#help")
    page.keyboard.press("Escape")
    assert not page.is_visible("#help")
    page.keyboard.press("Tab")
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"


def test_tables_sort(visit: Visit, small: Path, site: Path) -> None:
    page = visit.open(site / "index.html")
    page.locator("th button", has_text="Знаков").click()
    counts = [int(text) for text in page.locator("tbody tr td:nth-child(3)").all_inner_texts()]
    assert counts == sorted(counts)
    page.fill("[data-search-field]", "harvest")
    assert page.locator("tbody tr:visible").count() == 1


def test_both_languages(visit: Visit, small: Path) -> None:
    page = visit.open(small)
    assert page.get_attribute("html", "lang") == "ru"
    page.click("[data-language=en]")
    assert page.get_attribute("html", "lang") == "en"
    assert page.inner_text("[data-layer=d]").startswith("Dates")
    assert page.get_attribute(".text", "lang") == "ru"
    untranslated = page.evaluate(
        "[...document.querySelectorAll('[data-t]')].map((e) => e.textContent).filter((text) => /[а-яё]/i.test(text))"
    )
    assert untranslated == []


@pytest.mark.parametrize("visit", [DARK], indirect=True)
def test_dark(visit: Visit, small: Path) -> None:
    page = visit.open(small)
    brightness = "getComputedStyle(document.documentElement).backgroundColor.match(/\\d+/g).slice(0, 3).map(Number)"
    assert max(page.evaluate(brightness)) < 60
    page.click("[data-set-theme=light]")
    assert min(page.evaluate(brightness)) > 200


@pytest.mark.parametrize("visit", [PHONE], indirect=True)
def test_a_phone_is_wide_enough(visit: Visit, site: Path) -> None:
    for file in (document(site, 2), site / "index.html", site / "claims.html", site / "chronology.html"):
        page = visit.open(file)
        assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_print_leaves_the_controls_out(visit: Visit, small: Path) -> None:
    page = visit.open(small)
    page.emulate_media(media="print")
    assert not page.is_visible("header.site")
    assert not page.is_visible("aside.panel")
    assert page.is_visible(".text")
    page.evaluate("document.documentElement.dataset.theme = 'dark'")
    assert page.evaluate("getComputedStyle(document.querySelector('.text')).color") == "rgb(0, 0, 0)"


def test_the_hostile_document_is_inert(visit: Visit, site: Path, single: Path, records: tuple[Record, ...]) -> None:
    last = document(site, len(records))
    for file in (last, *sorted(site.glob("*.html")), single):
        page = visit.open(file)
        assert page.evaluate("window.hurt") is None
        assert page.locator("img").count() == 0
        assert page.evaluate("[...document.links].every((a) => ['file:', 'about:'].includes(a.protocol))")
        assert page.evaluate("!/[\\u202a-\\u202e\\u2066-\\u2069]/.test(document.documentElement.outerHTML)")
    page = visit.open(last)
    assert "<script>window.hurt=1</script>" in page.inner_text(".text")
    for key in "jjjjjj":
        page.keyboard.press(key)
    assert page.evaluate("window.hurt") is None


def test_the_policy_lets_nothing_else_run(visit: Visit, small: Path) -> None:
    page = visit.open(small)
    page.evaluate(
        """() => { const s = document.createElement("script"); s.textContent = "window.hurt = 9";
                   document.body.append(s); }"""
    )
    assert page.evaluate("window.hurt") is None
    assert any("Content Security Policy" in complaint for complaint in visit.complaints)
    visit.complaints.clear()


def test_one_file_holds_everything(visit: Visit, single: Path) -> None:
    page = visit.open(single)
    assert page.locator("main:visible").count() == 1
    page.locator("main:visible tbody a", has_text="seed-003").click()
    assert "seed-003" in page.inner_text("h1:visible")
    page.keyboard.press("j")
    assert page.locator("main:visible .s.now").count() >= 1
    page.locator("nav.site a", has_text="Утверждения").click()
    page.locator("main:visible cite a").first.click()
    assert "75" in page.inner_text("main:visible .s.now")


def test_corpus_pages_lead_into_documents(visit: Visit, site: Path) -> None:
    page = visit.open(site / "entities.html")
    page.locator("tbody a", has_text="Курская область").first.click()
    assert "Курская область" in page.inner_text("h1")
    page.locator("p.mentions a").first.click()
    page.wait_for_selector(".s.now")
    assert "Курская область" in page.inner_text(".card")


@pytest.mark.parametrize("visit", [{"viewport": {"width": 1300, "height": 900}}, DARK, PHONE], indirect=True)
def test_no_serious_accessibility_violation(visit: Visit, site: Path, single: Path) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    pages = [document(site, 2), *sorted(site.glob("*.html")), next((site / "entities").iterdir())]
    for file in pages:
        page = visit.open(file, "#v3" if file.parent.name == "documents" else "")
        found = axe.run(page).response["violations"]
        serious = [v for v in found if v["impact"] in ("serious", "critical")]
        said = [(v["id"], [node["html"][:120] for node in v["nodes"][:3]]) for v in serious]
        assert not serious, f"{file.name}: {json.dumps(said, ensure_ascii=False)}"
