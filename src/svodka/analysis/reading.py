"""The clean text of a record, made again from its source, and the sentence around a stretch of it."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from svodka.clean import Clean, clean
from svodka.core.records import Record, Spans
from svodka.core.source import Source
from svodka.core.spans import Span
from svodka.language.morphology import Morphology
from svodka.language.segmentation import segment


def clean_of(record: Record) -> Clean:
    """Clean the source text of a record as the pipeline did.

    A record does not keep the blocks that readers of paged formats see, so that of a PDF or a Word file only what the
    text itself shows is undone: running heads stay, and a paragraph may be cut where its page ends.
    """
    morphology, info = Morphology(), record.source
    source = Source(record.text, info.path, info.media_type, info.encoding, info.sha256, info.size)
    return clean(source, morphology.is_known, morphology.is_adjective)


@dataclass(frozen=True)
class Reading:
    """A record with its sentences, found when first asked for."""

    record: Record

    @cached_property
    def _cleaned(self) -> tuple[Clean, list[Span]]:
        cleaned = clean_of(self.record)
        return cleaned, [sentence.span for sentence in segment(cleaned.text)]

    def sentence(self, spans: Spans) -> str:
        """Return the clean sentence in which ``spans`` begin."""
        cleaned, sentences = self._cleaned
        at = cleaned.offsets.to_clean(Span(*spans[0])).start
        index = bisect_right(sentences, at, key=lambda span: span.start) - 1
        return cleaned.reading(sentences[max(0, index)]) if sentences else ""
