"""A record as a small piece of HTML, for notebooks. The text is escaped; there is no script and no link."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from svodka.core.records import Record

_SHOWN = 4_000  # characters; the whole text is for the inspector
_STYLES = {
    "e": "border-bottom:2px solid #1c58b5",
    "d": "border-bottom:2px dotted #9a3412",
    "f": "border-bottom:3px double #2f4858",
    "v": "background:#f9e6df;color:#8a2f1d",
}


def to_html(record: Record) -> str:
    """Return the counts of a record and the beginning of its text; of two items that overlap the first stays."""
    counts = ", ".join(f"{len(getattr(record, name))} {name}" for name in ("entities", "dates", "figures", "events"))
    style = "max-width:44em;line-height:1.7;white-space:pre-line"
    return (
        f"<div><p><b>{escape(record.source.path)}</b> <code>{escape(record.doc_id)}</code><br>{counts}</p>"
        f'<div lang="ru" style="{style}">{"".join(_pieces(record))}</div></div>'
    )


def _marks(record: Record) -> list[tuple[int, int, str, str]]:
    found = [(m.spans, "e", f"{e.label} {e.name}") for e in record.entities for m in e.mentions]
    found += [(d.spans, "d", d.edtf or d.timex3.value) for d in record.dates]
    found += [(f.spans, "f", f"{f.kind} {f.value or f'{f.low} … {f.high}'} {f.unit or ''}") for f in record.figures]
    found += [(v.trigger.spans, "v", f"{v.type} {v.status}") for v in record.events]
    marks = [(start, end, layer, said) for spans, layer, said in found for start, end in spans]
    return sorted(marks, key=lambda mark: (mark[0], -mark[1], mark[2]))


def _pieces(record: Record) -> Iterator[str]:
    position = 0
    for start, end, layer, said in _marks(record):
        if start < position or end > _SHOWN:
            continue
        yield escape(record.text[position:start])
        yield f'<span style="{_STYLES[layer]}" title="{escape(said)}">{escape(record.text[start:end])}</span>'
        position = end
    yield escape(record.text[position:_SHOWN]) + ("…" if len(record.text) > _SHOWN else "")
