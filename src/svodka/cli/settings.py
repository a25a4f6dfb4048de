"""``svodka.toml``: the options of ``svodka extract`` in a file, and what is in force from where.

Keys are the options without their dashes. Paths count from the folder of the file. The command line wins.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Mapping
from datetime import date
from difflib import get_close_matches
from enum import Enum
from pathlib import Path
from typing import Any, Final

import typer

from svodka.core.errors import UsageError

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib  # type: ignore[import-not-found, unused-ignore]

FILE = "svodka.toml"
_ASKING: Final = frozenset({"config", "print_config", "help"})
_PATHS: Final = frozenset({"inputs", "output", "anchor_dates", "lexicon", "frames"})


def take_over(context: typer.Context, given: Path | None) -> Path | None:
    """Make the values of the settings file the defaults of a command; for a callback that runs before all others.

    Args:
        context: The command's.
        given: The file; ``svodka.toml`` of the working folder, where there is one, if not given.

    Raises:
        UsageError: The file cannot be read, is no TOML, or has a key that is no option.
    """
    file = given or (Path(FILE) if Path(FILE).is_file() else None)
    if file is None:
        return None
    known = [name for parameter in context.command.params if (name := parameter.name) and name not in _ASKING]
    values = {}
    for key, value in _read(file).items():
        name = key.replace("-", "_")
        if name not in known:
            raise UsageError(f"{file}: {_unknown(key, known)}")
        values[name] = _value(name, value, file.parent)
    context.default_map = values
    return file


def in_force(context: typer.Context, file: Path | None) -> str:
    """Return all options as the text of a settings file, with a comment on where each comes from."""
    lines = []
    for name in (parameter.name for parameter in context.command.params):
        if not name or name in _ASKING:
            continue
        source = context.get_parameter_source(name)
        origin = {"COMMANDLINE": "command line", "DEFAULT_MAP": str(file)}.get(source.name if source else "", "default")
        value = context.params[name]
        key = name.replace("_", "-")
        lines.append(f"# {key}: not set" if value is None else f"{key} = {_toml(value)}  # {origin}")
    return "\n".join(lines)


def _read(file: Path) -> Mapping[str, Any]:
    try:
        values: dict[str, Any] = tomllib.loads(file.read_text("utf-8"))
    except OSError as error:
        raise UsageError(f"{file} cannot be read ({error.strerror}); check the path") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"{file} is no TOML: {error}") from error
    return values


def _unknown(key: str, known: Iterable[str]) -> str:
    names = sorted(name.replace("_", "-") for name in known)
    near = get_close_matches(key.replace("_", "-"), names, n=1, cutoff=0.0)[0]
    return f"there is no setting {key!r}; did you mean {near!r}?"


def _value(name: str, value: Any, folder: Path) -> Any:
    """Return a value as the command line would give it."""
    if isinstance(value, dict):
        return [f"{key}={item}" for key, item in value.items()]
    if isinstance(value, list):
        return [_value(name, item, folder) for item in value]
    if isinstance(value, date):
        return value.isoformat()
    if name in _PATHS and isinstance(value, str) and value != "-" and "://" not in value:
        return str(folder / value)
    return value


def _toml(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, (list, tuple)):
        return f"[{', '.join(map(_toml, value))}]"
    value = value.value if isinstance(value, Enum) else value
    return str(value) if isinstance(value, int) else json.dumps(str(value), ensure_ascii=False)
