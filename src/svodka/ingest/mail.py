"""Mail: the best body part under what the headers state; attachments are documents of their own."""

from __future__ import annotations

import email
from collections.abc import Iterator
from dataclasses import replace
from email import policy
from email.message import EmailMessage

from svodka.core.errors import DamagedSourceError
from svodka.ingest.calendar import iso_day
from svodka.ingest.composer import letters
from svodka.ingest.encoding import decode
from svodka.ingest.html import read_html
from svodka.ingest.readings import Item, Job, Part, Reading
from svodka.ingest.text import text_blocks

MEDIA_TYPE = "message/rfc822"


def read_mail(data: bytes, job: Job) -> Iterator[Item]:
    """Read the body of a message and hand out what is attached to it."""
    message: EmailMessage = email.message_from_bytes(data, policy=policy.default)
    metadata = _metadata(message)
    yield from _body(message, replace(job, metadata={**job.metadata, **metadata}))
    carried = {key: value for key, value in metadata.items() if key == "published"}
    for number, part in enumerate(_attachments(message), 1):
        name = part.get_filename() or f"attachment-{number}"
        content = part.get_payload(decode=True)
        if part.get_content_type() == "message/rfc822":
            content = part.get_payload(0).as_bytes()  # type: ignore[union-attr]
        if isinstance(content, bytes):
            yield Part(name.replace("/", "_").replace("\\", "_"), content, part.get_content_charset(), carried)


def _attachments(message: EmailMessage) -> Iterator[EmailMessage]:
    return (
        part for part in message.iter_attachments() if part.get_content_maintype() not in ("image", "audio", "video")
    )


def _metadata(message: EmailMessage) -> dict[str, str]:
    stated = {
        "title": _header(message, "subject"),
        "author": _header(message, "from"),
        "published": iso_day(_header(message, "date")),
    }
    return {key: value for key, value in stated.items() if value}


def _header(message: EmailMessage, name: str) -> str:
    return " ".join(str(message.get(name, "")).split())


def _body(message: EmailMessage, job: Job) -> Iterator[Item]:
    """Yield the plain text, or the page where it says clearly more."""
    plain, page = message.get_body(("plain",)), message.get_body(("html",))
    bodies = [(part, part.get_payload(decode=True)) for part in (plain, page) if part is not None]
    if not bodies:
        if not any(True for _ in _attachments(message)):
            raise DamagedSourceError(f"{job.name}: this mail has no text part; save it again")
        return
    part, content = bodies[0]
    if not isinstance(content, bytes):
        raise DamagedSourceError(f"{job.name}: the body of this mail does not decode; save it again")
    job = replace(job, charset=part.get_content_charset())
    if part.get_content_type() == "text/html":
        yield from (replace(item, media_type=MEDIA_TYPE) for item in read_html(content, job))
        return
    found = decode(content, declared=job.charset, override=job.options.encoding, name=job.name)
    if len(bodies) > 1 and letters(found.text) < 40 and isinstance(bodies[1][1], bytes):
        inner = replace(job, charset=bodies[1][0].get_content_charset())
        yield from (replace(item, media_type=MEDIA_TYPE) for item in read_html(bodies[1][1], inner))
        return
    yield Reading(found.text, MEDIA_TYPE, text_blocks(found.text), job.metadata, found.encoding, found.origin)
