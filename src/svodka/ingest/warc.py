"""Web archives: the pages that were answered, each a document of its own with its address."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from itertools import count

from svodka.core.errors import DamagedSourceError
from svodka.ingest.options import MEBIBYTE
from svodka.ingest.readings import Item, Job, Part

_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)
_TYPES = re.compile(r"text/|application/(?:xhtml|pdf|msword|vnd\.o|rtf|rss|atom)", re.IGNORECASE)


def read_warc(data: bytes, job: Job) -> Iterator[Item]:
    """Hand out the documents of a web archive: answers with status 200, and resources."""
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    most, numbers = job.options.limits.size * MEBIBYTE, count(1)
    try:
        for record in ArchiveIterator(io.BytesIO(data)):
            headers = record.http_headers
            answered = record.rec_type == "response" and headers is not None and headers.get_statuscode() == "200"
            if not (answered or record.rec_type == "resource"):
                continue
            kind = (headers.get_header("Content-Type") if answered else record.content_type) or ""
            if not _TYPES.match(kind):
                continue
            charset = _CHARSET.search(kind)
            url = record.rec_headers.get_header("WARC-Target-URI") or ""
            content = record.content_stream().read(most)
            yield Part(str(next(numbers)), content, charset[1] if charset else None, {"url": url} if url else {})
    except (ArchiveLoadFailed, EOFError, OSError, ValueError) as error:
        raise DamagedSourceError(f"{job.name}: this web archive is damaged or cut short; fetch it again") from error
