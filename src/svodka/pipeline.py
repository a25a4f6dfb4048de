"""From sources to outcomes: the one place where a document's trouble becomes a ``Failure`` and the batch goes on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Literal

from svodka.clean import Clean, clean
from svodka.collect import collect
from svodka.core.errors import EmptySourceError, SvodkaError
from svodka.core.records import Failure, Record
from svodka.core.source import Source
from svodka.core.spans import Span
from svodka.ingest.readings import Refused
from svodka.language import layers
from svodka.language.models import load
from svodka.language.morphology import Morphology
from svodka.language.vocabulary import bounded
from svodka.rules.anchor import Anchor, find_anchor
from svodka.rules.boilerplate import boilerplate
from svodka.settings import Settings, pipeline_info

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

    from svodka.components.explain import Explanation

Outcome = Record | Failure
Stage = Literal["clean", "nlp", "collect"]


def extract(source: Source | str, nlp: Language | None = None, *, anchor_date: str | None = None) -> Record:
    """Return the record of one document.

    Args:
        source: A source, or a plain text.
        nlp: The pipeline of ``svodka.load()``; made once and kept if not given.
        anchor_date: The date from which relative expressions count (``2024-03-20``, ``2024-03`` or ``2024``).

    Raises:
        SvodkaError: If the document cannot be processed.

    Examples:
        >>> record = extract("Делегация прибыла вчера.", anchor_date="2024-03-20")
        >>> record.dates[0].edtf, record.dates[0].text
        ('2024-03-19', 'вчера')
    """
    source = Source.from_text(source) if isinstance(source, str) else source
    settings = Settings(anchor_date=anchor_date)
    pipeline = Pipeline(settings, nlp or default_pipeline())
    return pipeline.record(pipeline.prepare(source))


def load_own(settings: Settings) -> Language:
    """Return the model's pipeline with the user's own tables; own frames must pass their own examples.

    Raises:
        SvodkaError: If a table departs from its schema, or a frame fails one of its sentences.
    """
    from svodka.components.proof import prove
    from svodka.language.frames import read_frames

    nlp = load(settings.model, lexicon=settings.lexicon, frames=settings.frames)
    if settings.frames:
        prove(nlp, read_frames(settings.frames))
    return nlp


def explain_at(source: Source, settings: Settings, offset: int) -> Explanation | None:
    """Return why a place of a document reads as it does; ``None`` where no word stands there.

    Args:
        source: The document.
        settings: What to do.
        offset: Of a character of the source text.

    Raises:
        SvodkaError: If the document cannot be processed.
    """
    from svodka.components.explain import explain

    nlp = load(settings.model, lexicon=settings.lexicon, frames=settings.frames)  # unproved: this command shows why
    pipeline = Pipeline(settings, nlp)
    prepared = pipeline.prepare(source)
    if offset >= len(source.text):
        return None
    place = prepared.clean.offsets.to_clean(Span(offset, offset + 1)).start
    finder: Any = nlp.get_pipe("svodka_events")
    return explain(pipeline.doc(prepared), finder, place)


@lru_cache(maxsize=1)
def default_pipeline() -> Language:
    """Return the default model's pipeline, loaded once per process."""
    return bounded(load())


@dataclass(frozen=True, slots=True)
class _Prepared:
    """A document ready for the language layer."""

    clean: Clean
    anchor: Anchor


@dataclass(frozen=True, slots=True)
class Begun:
    """A document on its way.

    Attributes:
        found: What was read.
        prepared: It, cleaned and dated; or why it goes no further.
        doc: Its tokens, where it goes on.
        done: How many components have seen it.
    """

    found: Source | Refused
    prepared: _Prepared | Failure
    doc: Doc | None = None
    done: int = 0


class Pipeline:
    """The stages of one process, with its language pipeline."""

    def __init__(self, settings: Settings, nlp: Language) -> None:
        self._settings = settings
        self._nlp = nlp
        self._morphology = Morphology()
        layers.register()

    def outcome(self, found: Source | Refused) -> Outcome:
        """Return the record of a document, or why there is none; nothing that a document does stops a batch."""
        return self.finish(self._begin(found))

    def begin(self, found: Sequence[Source | Refused]) -> list[Begun]:
        """Take documents as far as is quicker together: the networks read them in one call.

        What comes of a document does not depend on the others.
        """
        begun = [self._begin(item) for item in found]
        (_, tag), *_ = self._nlp.pipeline
        docs = [item.doc for item in begun if item.doc is not None]
        if not hasattr(tag, "pipe") or not docs:
            return begun
        try:
            tagged = iter(list(tag.pipe(docs, batch_size=len(docs))))
        except Exception:  # of whichever document; it will show when they go on one by one
            return begun
        return [item if item.doc is None else replace(item, doc=next(tagged), done=1) for item in begun]

    def finish(self, begun: Begun) -> Outcome:
        """Return the record of a document that is on its way, or why there is none."""
        found, prepared, doc = begun.found, begun.prepared, begun.doc
        if isinstance(prepared, Failure):
            return prepared
        assert isinstance(found, Source)
        assert doc is not None
        stage: Stage = "nlp"
        try:
            for _, component in self._nlp.pipeline[begun.done :]:
                doc = component(doc)
            stage = "collect"
            return self._collect(prepared, doc)
        except Exception as error:
            return _failure(found, stage, error)

    def prepare(self, source: Source) -> _Prepared:
        """Clean a source and find its anchor date.

        Raises:
            EmptySourceError: If nothing is left.
        """
        cleaned = clean(source, self._morphology.is_known, self._morphology.is_adjective)
        if not cleaned.text.strip():
            raise EmptySourceError(f"{source.path}: nothing but marks and white space; there is nothing to extract")
        anchor = self._settings.anchor_dates.get(source.path, self._settings.anchor_date)
        return _Prepared(cleaned, find_anchor(cleaned.text, source.metadata, anchor))

    def doc(self, prepared: _Prepared) -> Doc:
        """Return one prepared document with all layers."""
        return self._nlp(self._doc(prepared))

    def record(self, prepared: _Prepared) -> Record:
        """Return the record of one prepared document."""
        return self._collect(prepared, self.doc(prepared))

    def _begin(self, found: Source | Refused) -> Begun:
        if isinstance(found, Refused):
            failure = Failure(doc_id=None, path=found.name, stage="ingest", code=found.code, message=found.message)
            return Begun(found, failure)
        stage: Stage = "clean"
        try:
            prepared = self.prepare(found)
            stage = "nlp"
            return Begun(found, prepared, self._doc(prepared))
        except Exception as error:
            return Begun(found, _failure(found, stage, error))

    def _doc(self, prepared: _Prepared) -> Doc:
        doc = self._nlp.make_doc(prepared.clean.text)
        doc._.anchor_date = prepared.anchor.value
        doc._.svodka_boilerplate = [list(span) for span in boilerplate(prepared.clean.text)]
        return doc

    def _collect(self, prepared: _Prepared, doc: Doc) -> Record:
        return collect(prepared.clean, doc, prepared.anchor, pipeline_info(self._settings.model))


def _failure(source: Source, stage: Stage, error: Exception) -> Failure:
    """Say what became of a document; a bug costs one document, as does a process that dies of it."""
    if isinstance(error, SvodkaError):
        code, message = error.code, str(error)
    else:
        name = type(error).__name__
        code, message = "internal", f"{source.path}: svodka itself failed ({name}: {error}); please report it"
    return Failure(doc_id=source.doc_id, path=source.path, stage=stage, code=code, message=message)
