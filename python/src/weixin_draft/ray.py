"""Checks a column of a Ray dataset, on the cluster.

    >>> from weixin_draft import ray as checks
    >>> checked = checks.check(dataset, "body")          # lazy; nothing runs yet
    >>> checked.filter(expr="not ok").write_parquet(target)

Needs `pip install weixin-draft[ray]` on the driver and on every worker.
"""

# pyright: basic, reportMissingImports=false
from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from ._bulk import check_arrow
from ._columns import checked, result_names
from ._core import Checker

if TYPE_CHECKING:
    from ray.data import Dataset

__all__ = ["check"]


def check(dataset: Dataset, column: str, *, prefix: str = "", **settings: Any) -> Dataset:
    """Plans to check a string or binary column: each row is a request.

    Args:
        dataset: any dataset.
        column: the name of the column.
        prefix: put before the names of the results, where a column has such a
            name already.
        settings: levels, image_hosts, strict and lang, as `Checker` takes them.

    Returns:
        All columns of the dataset, and `ok`, `errors` and `warnings` (counts) and
        `violations`: lists of code, level, path, message, line and column. All
        four are null where the row is. Nothing is read for it.

    Raises:
        ValueError: there is no such column, or a result has the name of one; a
            setting is wrong. Where the columns are not known before the data is
            read, the task raises it.
        TypeError: a setting of another type, or that there is not.
    """
    Checker(**settings)
    schema = dataset.schema(fetch_if_missing=False)
    if schema is not None:
        plan(schema.names, column, prefix)
        found = dict(zip(schema.names, schema.types, strict=True))[column]
        if isinstance(found, pa.DataType):
            # It refuses a column of another type.
            check_arrow(pa.schema([(column, found)]).empty_table(), column)
    work = partial(check_batch, column=column, prefix=prefix, settings=settings)
    return dataset.map_batches(work, batch_format="pyarrow", zero_copy_batch=True)


def plan(columns: list[str], column: str, prefix: str) -> list[str]:
    """The names of the results, if the columns are right."""
    if columns.count(column) != 1:
        raise ValueError(
            f"there is not one column {column!r}; the columns are {', '.join(columns)}"
        )
    return result_names(columns, prefix)


def check_batch(batch: pa.Table, column: str, prefix: str, settings: dict[str, Any]) -> pa.Table:
    """What a task does."""
    return checked(batch, column, plan(batch.column_names, column, prefix), settings)
