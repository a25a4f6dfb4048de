"""Every code is documented with what the user can do, and nothing else is."""

from __future__ import annotations

import re

from svodka.core.errors import REFUSALS
from tests.texts import PROJECT


def test_every_failure_is_documented() -> None:
    text = (PROJECT / "src/svodka/ingest/README.md").read_text("utf-8")
    failures = text[text.index("## Failures") : text.index("Records that were read")]
    assert re.findall(r"^\| `(\w+)` \| [^|]+ \| [^|]+ \|$", failures, re.MULTILINE) != []
    assert sorted(re.findall(r"^\| `(\w+)`", failures, re.MULTILINE)) == sorted(REFUSALS)
