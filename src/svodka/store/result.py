"""What came of one document, ready to be written and to travel between processes."""

from __future__ import annotations

from dataclasses import dataclass

from svodka.core.records import Failure, Record


@dataclass(frozen=True, slots=True)
class Result:
    """A record or a failure as its canonical line.

    Attributes:
        line: The JSON, without a line end.
        path: What records call the document.
        doc_id: Its id, where it was read.
        sha256: The hash of the input bytes, where there is a record.
        failure: The failure's code; ``None`` for a record.
        message: What the failure says.
        data: The bytes of an input that could not be read, where they are to be kept.
    """

    line: str
    path: str
    doc_id: str | None
    sha256: str | None = None
    failure: str | None = None
    message: str = ""
    data: bytes | None = None

    @classmethod
    def of(cls, outcome: Record | Failure, data: bytes | None = None) -> Result:
        """Make the result of an outcome."""
        if isinstance(outcome, Record):
            return cls(outcome.to_json(), outcome.source.path, outcome.doc_id, outcome.source.sha256)
        return cls(
            outcome.to_json(), outcome.path, outcome.doc_id, failure=outcome.code, message=outcome.message, data=data
        )
