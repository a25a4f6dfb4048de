"""Reading a user's file of frames."""

from __future__ import annotations

import sys
from pathlib import Path

from svodka.core.errors import UsageError
from svodka.rules.events import Frame
from svodka.rules.events.user import parse_frames

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib  # type: ignore[import-not-found,unused-ignore]


def read_frames(file: Path) -> tuple[Frame, ...]:
    """Return the frames of a TOML file.

    Raises:
        UsageError: If it cannot be read or a row is wrong; the message names the file and the row.
    """
    try:
        return parse_frames(tomllib.loads(file.read_text("utf-8")))
    except OSError as error:
        raise UsageError(f"the file of frames {file.name} cannot be read; check the path") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"the file of frames {file.name} is no TOML: {error}") from error
    except UsageError as error:
        raise UsageError(f"{file.name}: {error}") from error
