"""Draw the README's picture of the inspector: ``python -m tests.browser.picture SITE FILE``."""

from __future__ import annotations

import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.browser.conftest import CHROMIUM

SIZE = {"width": 1120, "height": 600}


def draw(site: Path, file: Path) -> None:
    """Take the second seed with all layers and what is told of the event under the pointer."""
    page_file = next((site / "documents").glob("0002-*.html"))
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page(viewport=SIZE, color_scheme="light")
        page.goto(f"file://{page_file.resolve()}")
        page.locator(".s.v", has_text="заключено").first.hover()
        page.screenshot(path=str(file))
        browser.close()


if __name__ == "__main__":
    draw(Path(sys.argv[1]), Path(sys.argv[2]))
