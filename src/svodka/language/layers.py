"""How a ``Doc`` carries the findings of svodka: one extension a layer, JSON-ready, and a span group for spaCy users.

``doc._.svodka_dates`` and its kin hold the findings as plain data, so that ``Doc.to_bytes`` keeps them.
``doc.spans["dates"]`` holds the same evidence as spaCy spans: ``label_`` is the type, ``kb_id_`` the value, ``id_``
the rule.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar

from spacy.tokens import Doc, Span

from svodka.core.findings import Finding
from svodka.core.values import Frozen

Layer = TypeVar("Layer", bound=Frozen)


class _Written(list[dict[str, Any]]):
    """A layer as plain data, with the findings that it was written from, so that none is validated twice.

    A ``Doc`` that was read from bytes holds plain lists, whose findings are validated.
    """

    __slots__ = ("findings", "models")

    def __init__(self, findings: Iterable[Frozen]) -> None:
        self.findings = tuple(findings)
        self.models = frozenset(map(type, self.findings))
        super().__init__(finding.model_dump(mode="json") for finding in self.findings)

    def __reduce__(self) -> tuple[type[list[dict[str, Any]]], tuple[list[dict[str, Any]]]]:
        """Be copied and pickled as a plain list."""
        return list, (list(self),)


Found = TypeVar("Found", bound=Finding)

ANCHOR = "anchor_date"
BOILERPLATE = "svodka_boilerplate"
_PREFIX = "svodka_"
LAYERS = ("mentions", "entities", "dates", "figures", "events")


def register() -> None:
    """Declare the extensions; calling it again changes nothing.

    ``doc._.anchor_date`` is the date from which relative expressions count (TIMEX3's document creation time), as EDTF;
    ``doc._.svodka_boilerplate`` are the pairs of offsets of lines that belong to the page and not to the release.
    """
    for name in (ANCHOR, BOILERPLATE, *(_PREFIX + layer for layer in LAYERS)):
        if not Doc.has_extension(name):
            Doc.set_extension(name, default=None)


def write(doc: Doc, layer: str, findings: Iterable[Frozen]) -> None:
    """Put a layer's findings on the document, in the order given."""
    setattr(doc._, _PREFIX + layer, _Written(findings))


def read(doc: Doc, layer: str, model: type[Layer]) -> list[Layer]:
    """Return a layer's findings; empty where no component wrote it."""
    if not Doc.has_extension(_PREFIX + layer):
        return []
    written = getattr(doc._, _PREFIX + layer) or ()
    if isinstance(written, _Written) and all(issubclass(own, model) for own in written.models):
        return list(written.findings)  # type: ignore[arg-type]  # of the model, as was just seen
    return [model.model_validate(data) for data in written]


def in_boilerplate(doc: Doc, start: int) -> bool:
    """Tell whether an offset of the document's text lies in a line that tells no events.

    Examples:
        >>> import spacy; register(); doc = spacy.blank("ru")("Поделиться")
        >>> in_boilerplate(doc, 0)
        False
        >>> doc._.svodka_boilerplate = [[0, 10]]; in_boilerplate(doc, 3)
        True
    """
    spans = getattr(doc._, BOILERPLATE) if Doc.has_extension(BOILERPLATE) else None
    return any(first <= start < end for first, end in spans or ())


def span_group(doc: Doc, key: str, findings: Sequence[Found], describe: Callable[[Found], tuple[str, str]]) -> None:
    """Show findings as ``doc.spans[key]``; ``describe`` gives label and value.

    A finding that cuts through a token covers the whole token here; its exact offsets stand in the layer.
    """
    spans: list[Span] = []
    for finding in findings:
        label, value = describe(finding)
        span = doc.char_span(finding.start, finding.end, label, value, alignment_mode="expand", span_id=finding.rule)
        if span is not None:
            spans.append(span)
    doc.spans[key] = spans
