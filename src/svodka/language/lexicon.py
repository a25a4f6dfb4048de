"""The tables of places: a closed schema, checked when they are read, whether they are svodka's own or a user's."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

from svodka.core.errors import ModelError
from svodka.core.records import EntityKind

COLUMNS = ("iso", "kind", "name", "aliases", "adjectives", "inhabitants")
FILES = ("unions.tsv", "countries.tsv", "regions.tsv", "districts.tsv", "cities.tsv")
_CODE = re.compile(r"(?:[A-Z]{2}(?:-[A-Z0-9]{1,3})?)?")


@dataclass(frozen=True, slots=True)
class Place:
    """One row of a table: the ISO code of the country or region, the kind, and the names."""

    iso: str | None
    kind: EntityKind
    name: str
    aliases: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    inhabitants: tuple[str, ...] = ()


def read_folder(folder: Path, extra: Path | None = None) -> Iterator[Place]:
    """Yield the rows of a model's lexicon; a user's table goes first, so that its names win.

    Raises:
        ModelError: If a table is missing or departs from the schema; the message names file and line.
    """
    if extra is not None:
        yield from read_table(extra)
    for file in FILES:
        yield from read_table(folder / "lexicon" / file)


def read_table(file: Path) -> Iterator[Place]:
    """Yield the rows of one table: tab-separated, ``#`` begins a comment, ``;`` separates names in a cell.

    Raises:
        ModelError: If the table cannot be read or a row departs from the schema.
    """
    try:
        lines = file.read_text("utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise ModelError(f"the lexicon table {file.name} cannot be read as UTF-8 text") from error
    numbered = [(number, line) for number, line in enumerate(lines, 1) if line.strip() and not line.startswith("#")]
    if not numbered:
        raise ModelError(f"{file.name}: the table is empty; its first line must be {' '.join(COLUMNS)}")
    rows = csv.reader(io.StringIO("\n".join(line for _, line in numbered)), delimiter="\t", quoting=csv.QUOTE_NONE)
    for (number, _), row in zip(numbered, rows, strict=True):
        where = f"{file.name}, line {number}"
        if number != numbered[0][0]:
            yield _place(row, where)
        elif tuple(row) != COLUMNS:
            raise ModelError(f"{where}: the columns must be {', '.join(COLUMNS)}, separated by tabs")


def _place(row: list[str], where: str) -> Place:
    if len(row) != len(COLUMNS):
        raise ModelError(f"{where}: a row needs {len(COLUMNS)} tab-separated cells, this one has {len(row)}")
    iso, kind, name, *lists = (cell.strip() for cell in row)
    if not name:
        raise ModelError(f"{where}: the name is empty")
    if kind not in get_args(EntityKind):
        raise ModelError(f"{where}: {kind!r} is no kind of place; use country, region, district, city, union or other")
    if not _CODE.fullmatch(iso):
        raise ModelError(f"{where}: {iso!r} is no ISO 3166 code such as BY or RU-BRY")
    cells = (tuple(filter(None, (item.strip() for item in cell.split(";")))) for cell in lists)
    return Place(iso or None, kind, name, *cells)  # type: ignore[arg-type]
