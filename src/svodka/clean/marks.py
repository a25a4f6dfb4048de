"""Characters inside a line that are no part of its text: Markdown, reference marks, invisible characters."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from svodka.core.spans import Edit


@dataclass(frozen=True, slots=True)
class Mark:
    """A row: what to delete, namely the groups ``a`` and ``b`` of the pattern, at either side of kept text.

    A text without a place of ``cue``, a plain pattern, holds none of it. ``finds`` pairs a text with what becomes of
    it; ``skips`` are texts that stay as they are.
    """

    id: str
    cue: str
    pattern: str
    finds: tuple[tuple[str, str], ...]
    skips: tuple[str, ...] = ()

    def edits(self, text: str) -> Iterator[Edit]:
        """Yield the deletions in text order."""
        if not re.search(self.cue, text):
            return
        for match in re.finditer(self.pattern, text, re.VERBOSE | re.MULTILINE):
            for start, end in (match.span(group) for group in match.re.groupindex):
                if start < end:
                    yield Edit(start, end, "", self.id)


_NUMBERS = r"\d{1,3} (?: \s?[,;–-]\s? \d{1,3} )*"
_PLACE_IN_IT = r"(?: , \s [сp]\. \s? \d+ (?: [–-]\d+ )? )?"
_REFERENCE = rf"\[ {_NUMBERS} {_PLACE_IN_IT} \]"

MARKS: tuple[Mark, ...] = (
    Mark(
        id="reference.mark",
        cue=r"\[",
        pattern=rf"""
            (?P<a> (?<=\.) [ \t\u00a0]* {_REFERENCE} \. | (?<=\S) [ \t\u00a0]* {_REFERENCE} (?! \( ) )
            """,
        finds=(
            ("в рамках компетенции [1].", "в рамках компетенции."),
            ("материалов [2, 5]. Далее", "материалов. Далее"),
            ("в 2022 г. [4]. Далее", "в 2022 г. Далее"),
            ("отмечено[3–5], что", "отмечено, что"),
            ("рост [7; 12, с. 45] составил", "рост составил"),
        ),
        skips=("[1] Иванов И. И. Регионы.", "счёт [2:1]", "[81](#) соглашение", "статья [2024]"),
    ),
    Mark(
        id="invisible",
        cue=r"[\u200b-\u200f\u202a-\u202e\u2060\ufeff\u00ad¬]",
        pattern=r"""
            (?P<a> [\u200b-\u200f\u202a-\u202e\u2060\ufeff]+ | (?<=\w) [\u00ad¬] (?=\w) | \u00ad (?=[^\w\n]) )
            """,
        finds=(
            ("пере\u00adговоры", "переговоры"),
            ("\u200bМинск", "Минск"),
            ("сотруд¬ничество", "сотрудничество"),
        ),
        skips=("¬ знак", "пере\u00ad\nговоры"),
    ),
)
"""Marks of any text."""

MARKDOWN: tuple[Mark, ...] = (
    Mark(
        id="markdown.heading",
        cue="#",
        pattern=r"^(?P<a> [ ]{0,3} \#{1,6} [ \t]+ ) (?=\S)",
        finds=(("## Итоги визита", "Итоги визита"),),
        skips=("#Минск", "№ 5 # 7"),
    ),
    Mark(
        id="markdown.heading_end",
        cue="#",
        pattern=r"^[ ]{0,3} \#{1,6} [ \t] [^\n]* [^\#\s] (?P<a> [ \t]{1,8} \#+ ) [ \t]{0,8} $",
        finds=(("# Итоги #", "# Итоги"),),
        skips=("# Итоги", "Итоги #"),
    ),
    Mark(
        id="markdown.quote",
        cue=">",
        pattern=r"^(?P<a> [ ]{0,3} (?: > [ ]? )+ )",
        finds=(("> Наш товарооборот растёт", "Наш товарооборот растёт"),),
        skips=("рост > 5 %",),
    ),
    Mark(
        id="markdown.link",
        cue=r"\]\(",
        pattern=r"""
            (?P<a> !? \[ ) (?: [^\[\]\n] | \[ [^\[\]\n]* \] )+
            (?P<b> \] \( [^()\n]* (?: \( [^()\n]* \) [^()\n]* )* \) )
            """,
        finds=(
            ("[План мероприятий](#) к Соглашению", "План мероприятий к Соглашению"),
            ("![герб](http://a.by/1.png)", "герб"),
        ),
        skips=("см. [1] (приложение)",),
    ),
    Mark(
        id="markdown.autolink",
        cue="<",
        pattern=r"(?P<a> < ) (?: (?:https?|ftp|mailto) : [^<>\s]+ | [\w.+-]+@[\w.-]+ ) (?P<b> > )",
        finds=(("<https://mpt.gov.by/node/8328>", "https://mpt.gov.by/node/8328"),),
        skips=("5 < 7 и 8 > 3",),
    ),
    Mark(
        id="markdown.strong",
        cue=r"\*\*|__",
        pattern=r"(?P<a> \*\* | (?<!\w)__ ) (?=\S) [^\n]{1,400}? (?<=\S) (?P<b> \*\* | __(?!\w) )",
        finds=(("**Source URL:** да", "Source URL: да"), ("__важно__", "важно")),
        skips=("2 ** 3 ** 4", "имя__файла__txt"),
    ),
    Mark(
        id="markdown.emphasis",
        cue="[*_]",
        pattern=r"(?<![\w*_]) (?P<a> [*_] ) (?![\s*_]) [^*_\n]+? (?<![\s*_]) (?P<b> [*_] ) (?![\w*_])",
        finds=(("*курсив* и _он же_", "курсив и он же"),),
        skips=("* пункт * знак", "5*6*7", "имя_файла_txt"),
    ),
    Mark(
        id="markdown.code",
        cue="`",
        pattern=r"(?P<a> ` ) [^`\n]+ (?P<b> ` )",
        finds=(("код `A1`", "код A1"),),
        skips=("ключ ` один",),
    ),
    Mark(
        id="markdown.escape",
        cue=r"\\",
        pattern=r"(?P<a> \\ ) (?= [\\`*_{}\[\]()\#+.!|>-] )",
        finds=((r"15\. Итоги", "15. Итоги"),),
        skips=(r"C:\Минск",),
    ),
)
"""Marks of Markdown."""


def find_marks(text: str, *, markdown: bool) -> list[Edit]:
    """Return the deletions of all marks in text order; where two rows overlap, the earlier one wins.

    Examples:
        >>> [edit.rule for edit in find_marks("**Итоги** [1]", markdown=True)]
        ['markdown.strong', 'markdown.strong', 'reference.mark']
    """
    rows = (*MARKDOWN, *MARKS) if markdown else MARKS
    return settle(text, (edit for row in rows for edit in row.edits(text)))


def settle(text: str, edits: Iterable[Edit]) -> list[Edit]:
    """Return the edits in text order without those that overlap an earlier one of the given order.

    Examples:
        >>> edits = [Edit(1, 3, "", "first"), Edit(2, 4, "", "second"), Edit(0, 1, "", "third")]
        >>> [edit.rule for edit in settle("Минск", edits)]
        ['third', 'first']
    """
    taken = bytearray(len(text))
    kept = []
    for edit in edits:
        if not any(taken[edit.start : edit.end]):
            taken[edit.start : edit.end] = b"\1" * (edit.end - edit.start)
            kept.append(edit)
    return sorted(kept, key=lambda edit: edit.start)


def mask(text: str, edits: Iterable[Edit]) -> bytearray:
    """Return one byte per character of ``text``, set where an edit takes it."""
    taken = bytearray(len(text))
    for edit in edits:
        taken[edit.start : edit.end] = b"\1" * (edit.end - edit.start)
    return taken
