"""What the engines have in common: a batch with the results beside its columns."""

# pyright: basic, reportMissingImports=false
from __future__ import annotations

from collections.abc import Collection
from typing import Any

import pyarrow as pa

from ._bulk import check_arrow
from ._core import Checker

RESULTS = ("ok", "errors", "warnings", "violations")


def result_names(columns: Collection[str], prefix: str) -> list[str]:
    """The names of the results; an engine may take names of another case for the same."""
    names = [prefix + name for name in RESULTS]
    there = {column.casefold() for column in columns}
    clash = [name for name in names if name.casefold() in there]
    if clash:
        raise ValueError(
            f"the data has {', '.join(map(repr, clash))} already: choose other names with prefix="
        )
    return names


def checked(table: pa.Table, column: str, names: list[str], settings: dict[str, Any]) -> pa.Table:
    """The table with its results. One thread: the engine runs a task on each core."""
    checker = Checker(**settings)
    results = pa.table(check_arrow(table.select([column]), column, checker=checker, threads=1))
    for name, result in zip(names, results.columns, strict=True):
        table = table.append_column(name, result)
    return table
