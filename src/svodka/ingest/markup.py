"""What a page shows, letter by letter, with the place of each letter in the file."""

from __future__ import annotations

import html
from bisect import bisect_right
from dataclasses import dataclass, field
from html.parser import HTMLParser

_HIDDEN = frozenset(("script", "style", "noscript", "template", "head", "svg", "iframe", "select", "textarea"))
_ASIDE = frozenset(("nav", "footer", "aside", "form", "button"))
_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "br",
        "caption",
        "dd",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "title",
        "tr",
        "ul",
    ]
)
PROSE = 80
"""Letters from which a block counts as running text."""


@dataclass(slots=True)
class Page:
    """A page as ``scan`` read it.

    Attributes:
        text: What it shows, a line break between blocks.
        prose: Letters and digits in blocks of running text outside menus, footers and links: what must not be lost.
        language: What ``lang`` of the page states.
        heading: The first heading of the first level.
    """

    text: str = ""
    prose: int = 0
    language: str | None = None
    heading: str = ""
    _runs: list[tuple[int, int]] = field(default_factory=list)
    _line_starts: list[int] = field(default_factory=list)

    def place(self, index: int) -> tuple[int, int]:
        """Return line and column, one-based, of the file at which a character of the text stands."""
        start, source = self._runs[bisect_right(self._runs, (index, 1 << 62)) - 1]
        offset = source + index - start
        line = bisect_right(self._line_starts, offset)
        return line, offset - self._line_starts[line - 1] + 1


def scan(text: str) -> Page:
    r"""Return what the page shows.

    Examples:
        >>> page = scan("<p>Экспорт &mdash;\n<b>5</b> %</p><script>var a</script>")
        >>> page.text.strip(), page.place(page.text.index("5"))
        ('Экспорт —\n5 %', (2, 4))
    """
    scanner = _Scanner(text)
    scanner.feed(text)
    scanner.close()
    return scanner.finished()


def visible_text(text: str) -> str:
    """Return what a fragment of a page shows; a text without tags and entities is kept as it is.

    Examples:
        >>> visible_text("<p>Раз&nbsp;</p><p>Два</p>").split()
        ['Раз', 'Два']
    """
    return scan(text).text if "<" in text or "&" in text else text


class _Scanner(HTMLParser):
    """Collects the visible text of a page and the runs of the file that it came from."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=False)
        self._page = Page()
        self._pieces: list[str] = []
        self._length = 0
        self._open: dict[str, int] = {}
        self._block = [0, 0]  # letters, and how many of them in links
        self._page._line_starts = [0, *(i + 1 for i, character in enumerate(text) if character == "\n")]

    def finished(self) -> Page:
        self._end_block()
        self._page.text = "".join(self._pieces)
        return self._page

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "html":
            self._page.language = dict(attrs).get("lang")
        if tag in _BLOCKS:
            self._end_block()
        if tag == "body":  # a head that is never closed ends here
            self._open.clear()
        if tag in _HIDDEN or tag in _ASIDE or tag in ("a", "h1"):
            self._open[tag] = self._open.get(tag, 0) + 1

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _BLOCKS:
            self._end_block()

    def handle_endtag(self, tag: str) -> None:
        if tag in _BLOCKS:
            self._end_block()
        if self._open.get(tag, 0) > 1:
            self._open[tag] -= 1
        else:
            self._open.pop(tag, None)

    def handle_data(self, data: str) -> None:
        self._show(data)

    def handle_entityref(self, name: str) -> None:
        self._show(html.unescape(f"&{name};"))

    def handle_charref(self, name: str) -> None:
        self._show(html.unescape(f"&#{name};"))

    def _show(self, data: str) -> None:
        if not data or not _HIDDEN.isdisjoint(self._open):
            return
        line, column = self.getpos()
        self._page._runs.append((self._length, self._page._line_starts[line - 1] + column))
        self._pieces.append(data)
        self._length += len(data)
        count = sum(map(str.isalnum, data))
        self._block[0] += count
        if "a" in self._open:
            self._block[1] += count
        if "h1" in self._open and len(self._page.heading) < 1000:
            self._page.heading += data

    def _end_block(self) -> None:
        """Close a block of text, and count it where it is prose."""
        count, linked = self._block
        if count >= PROSE and 2 * linked < count and _ASIDE.isdisjoint(self._open):
            self._page.prose += count
        if self._pieces:
            self._pieces.append("\n")
            self._length += 1
        self._block = [0, 0]
