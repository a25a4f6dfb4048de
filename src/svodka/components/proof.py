"""A user's frames put to their own examples before they are used."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.language import Language

from svodka.core.errors import UsageError
from svodka.core.findings import EventFinding
from svodka.language import layers
from svodka.rules.events import Frame
from svodka.rules.rule import unmark


def prove(nlp: Language, frames: Sequence[Frame]) -> None:
    """Check that each frame finds what its examples mark and nothing in its counter-examples.

    Raises:
        UsageError: At the first sentence of a frame that goes wrong.
    """
    for frame in frames:
        for example in frame.finds:
            text, expected = unmark(example)
            if not expected <= _found(nlp, frame, text):
                raise UsageError(f"frame {frame.id} does not find its example «{example}»; svodka explain shows why")
        for text in frame.skips:
            if _found(nlp, frame, text):
                raise UsageError(f"frame {frame.id} fires in its counter-example «{text}»; narrow it")


def _found(nlp: Language, frame: Frame, text: str) -> set[tuple[str, str]]:
    events = layers.read(nlp(text), "events", EventFinding)
    return {(text[e.start : e.end], e.status) for e in events if e.rule == f"event.{frame.id}"}
