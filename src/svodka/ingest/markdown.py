"""Markdown: its blocks, and what it says about itself."""

from __future__ import annotations

import re

from svodka.core.source import Block
from svodka.ingest.text import blocks, line_kind
from svodka.rules.layout import HEADING, is_rule

_SIGNS = re.compile(
    r"""
    ^ [ ]{0,3} \#{1,6} [ \t] \S             # a heading
    | \[ [^\[\]\n]+ \] \( [^()\s]* \)       # a link
    | \*\* (?=\S) [^*\n]+ (?<=\S) \*\*      # strong text
    """,
    re.VERBOSE | re.MULTILINE,
)
_TITLE = re.compile(r"^[ ]{0,3}#{1,6}[ \t]+(?P<title>\S[^\n]*)", re.MULTILINE)
_FIELD = re.compile(
    r"""
    ^ [^\w\n]{0,8} (?P<name> [^\W\d_] [\w ]{2,30}? ) [ ]? (?: :\*\* | \*\*: | : ) [ ]*
    <? (?P<value> [^\s<>] [^\n<>]*? ) >? [ \t]* $
    """,
    re.VERBOSE | re.MULTILINE,
)
_FIELDS = {
    "source url": "url",
    "url": "url",
    "source": "url",
    "источник": "url",
    "ссылка": "url",
    "published": "published",
    "date": "published",
    "опубликовано": "published",
    "дата публикации": "published",
    "дата": "published",
}
_VALUES = {"url": re.compile(r"https?://\S+"), "published": re.compile(r"\d{4}-\d{2}-\d{2}")}


def is_markdown(text: str) -> bool:
    """Tell whether the text uses headings, links or strong text of Markdown.

    Examples:
        >>> is_markdown("## Итоги визита"), is_markdown("#Минск, № 5 * 3 [1]")
        (True, False)
    """
    return bool(_SIGNS.search(text))


def markdown_blocks(text: str) -> tuple[Block, ...]:
    r"""Return the blocks of a Markdown text; rules belong to none.

    Examples:
        >>> [block.kind for block in markdown_blocks("# Итоги\n\nГости прибыли.\n\n---\n- раз\n- два")]
        ['heading', 'paragraph', 'list']
    """
    return tuple(blocks(text, _kind))


def _kind(line: str) -> str | None:
    if is_rule(line):
        return None
    return "heading" if HEADING.match(line) else line_kind(line)


def markdown_metadata(text: str) -> dict[str, str]:
    r"""Return ``title`` (the first heading), ``url`` and ``published`` (an ISO date), where stated.

    Examples:
        >>> markdown_metadata("## Визит\n\nТекст.\n\n**Source URL:** <https://mpt.gov.by/node/8328>")
        {'title': 'Визит', 'url': 'https://mpt.gov.by/node/8328'}
    """
    found: dict[str, str] = {}
    if title := _TITLE.search(text):
        found["title"] = _plain(title["title"])
    for match in _FIELD.finditer(text):
        key = _FIELDS.get(match["name"].lower())
        if key and _VALUES[key].fullmatch(match["value"]):
            found.setdefault(key, match["value"])
    return found


def _plain(title: str) -> str:
    title = title.rstrip().rstrip("#")
    return re.sub(r"[*_`]{1,3}", "", re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", title)).strip()
