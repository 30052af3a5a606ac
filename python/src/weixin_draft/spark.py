"""Checks a column of a Spark DataFrame, on the cluster.

    >>> from weixin_draft import spark as checks
    >>> checked = checks.check(frame, "body")            # a plan; nothing runs yet
    >>> checked.where("not ok").select("id", "violations").write.parquet(target)

Needs `pip install weixin-draft[spark]` on the driver and on every worker.
"""

# pyright: basic, reportMissingImports=false
from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pyarrow as pa
from pyspark.sql.types import (
    ArrayType,
    BinaryType,
    BooleanType,
    IntegerType,
    StringType,
    StructField,
    StructType,
)

from ._columns import checked, result_names
from ._core import Checker

if TYPE_CHECKING:
    from pyspark.sql import DataFrame

__all__ = ["check"]

VIOLATIONS = ArrayType(
    StructType(
        [
            *(StructField(name, StringType()) for name in ("code", "level", "path", "message")),
            *(StructField(name, IntegerType()) for name in ("line", "column")),
        ]
    )
)
TYPES = (BooleanType(), IntegerType(), IntegerType(), VIOLATIONS)


def check(frame: DataFrame, column: str, *, prefix: str = "", **settings: Any) -> DataFrame:
    """Plans to check a string or binary column: each row is a request.

    Args:
        frame: any DataFrame.
        column: the name of the column.
        prefix: put before the names of the results, where a column has such a
            name already.
        settings: levels, image_hosts, strict and lang, as `Checker` takes them.

    Returns:
        All columns of the frame, and `ok`, `errors` and `warnings` (counts) and
        `violations`: arrays of code, level, path, message, line and column. All
        four are null where the row is. No job is run for it.

    Raises:
        ValueError: there is no such column, or it holds something else; a result
            has the name of a column; a setting is wrong.
        TypeError: a setting of another type, or that there is not.
    """
    Checker(**settings)
    fields = [field for field in frame.schema.fields if field.name == column]
    if len(fields) != 1:
        columns = ", ".join(frame.columns)
        raise ValueError(f"there is not one column {column!r}; the columns are {columns}")
    if not isinstance(fields[0].dataType, (StringType, BinaryType)):
        found = fields[0].dataType.simpleString()
        raise ValueError(f"the column {column!r} is of type {found}: use to_json on it first")
    names = result_names(frame.columns, prefix)
    results = [StructField(name, kind) for name, kind in zip(names, TYPES, strict=True)]

    def check_batches(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        for batch in batches:
            table = pa.Table.from_batches([batch])
            yield from checked(table, column, names, settings).to_batches()

    return frame.mapInArrow(check_batches, StructType([*frame.schema.fields, *results]))
