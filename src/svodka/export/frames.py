"""The tables of a run as data frames, for notebooks."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any, Literal

from svodka.core.records import Record
from svodka.export.tables import tables
from svodka.store import read_records


def frames(run: Path | str | Iterable[Record], library: Literal["pandas", "polars"] = "pandas") -> dict[str, Any]:
    """Return the tables of a run, by name, as pandas or polars data frames.

    Args:
        run: A run folder, or records.
        library: Which frames to make; it must be installed (``pip install 'svodka[notebook]'``).

    Examples:
        >>> import svodka
        >>> record = svodka.extract("Делегация посетила Минск 15 марта 2024 г.")
        >>> svodka.frames([record])["dates"]["edtf"].to_list()
        ['2024-03-15']
    """
    records = read_records(Path(run)) if isinstance(run, str | Path) else run
    made = tables(records)
    if library == "pandas":
        import pandas as pd

        return {name: table.to_pandas(types_mapper=pd.ArrowDtype) for name, table in made.items()}
    import polars as pl

    return {name: pl.from_arrow(table) for name, table in made.items()}
