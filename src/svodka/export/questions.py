"""Questions in SQL over a run, answered in memory."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

import duckdb
import pyarrow as pa

from svodka.core.errors import UsageError
from svodka.core.values import plain
from svodka.export.databases import fill_duckdb


def ask(tables: Mapping[str, pa.Table], question: str) -> tuple[list[str], list[tuple[str, ...]]]:
    """Return the columns and rows of the answer, as text; the question can reach nothing but the run.

    Raises:
        UsageError: If DuckDB cannot answer.
    """
    with duckdb.connect() as connection:
        fill_duckdb(connection, tables)
        connection.execute("set enable_external_access = false")
        try:
            answer = connection.execute(question)
            columns = [name for name, *_ in answer.description or ()]
            return columns, [tuple(map(_text, row)) for row in answer.fetchall()]
        except duckdb.Error as error:
            raise UsageError(f"the question cannot be answered: {str(error).splitlines()[0]}") from error


def _text(value: Any) -> str:
    if isinstance(value, Decimal):
        return plain(value)
    if isinstance(value, date):
        return value.isoformat()
    return "" if value is None else str(value)
