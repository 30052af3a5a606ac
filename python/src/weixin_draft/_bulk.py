"""Checks many requests that are in memory: any iterable, or a column of Arrow data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Protocol, TypeAlias, overload

from ._core import ArrowReports, Checker, ManyReports, Report
from ._payload import Payload


class ArrowStream(Protocol):
    """A table, a column or a stream of Arrow data, as polars, DuckDB or pyarrow have them."""

    def __arrow_c_stream__(self, requested_schema: Any = None) -> object: ...


class ArrowArray(Protocol):
    """A record batch or an array of Arrow data."""

    def __arrow_c_array__(self, requested_schema: Any = None) -> Any: ...


ArrowData: TypeAlias = "ArrowStream | ArrowArray"


@overload
def check_many(
    payloads: Iterable[Payload], *, checker: Checker | None = None, threads: int | None = None
) -> Iterator[Report]: ...
@overload
def check_many(
    payloads: Iterable[Payload | None],
    *,
    checker: Checker | None = None,
    threads: int | None = None,
) -> Iterator[Report | None]: ...
def check_many(
    payloads: Iterable[Payload | None],
    *,
    checker: Checker | None = None,
    threads: int | None = None,
) -> Iterator[Report | None]:
    """Checks many payloads in one call, on all cores.

    Args:
        payloads: a list, a generator, a column of pandas or polars, of what
            `check` takes. At most 4,096 payloads are taken ahead.
        checker: levels, image hosts and language; the defaults if left out.
        threads: how many threads check; one for each core if left out.

    Returns:
        An iterator over the reports, in order; None where the payload is missing:
        None, or NaN and NA as pandas has them. A payload of more than 64 MiB has
        one error, `too_long`.

    Raises:
        TypeError: `payloads` is no iterable, is a single payload, or a table.
        ValueError: while iterating, two threads take results at the same time.
        Exception: what the iterable itself raises, after the reports before it.
    """
    if isinstance(payloads, (str, bytes, bytearray, memoryview, Mapping)):
        raise TypeError("check_many takes an iterable of payloads; check takes a single one")
    # A series gives its values when it is iterated over. A table gives its columns, and
    # pyarrow's arrays give objects of their own.
    is_arrow = hasattr(payloads, "__arrow_c_stream__") or hasattr(payloads, "__arrow_c_array__")
    if is_arrow and not hasattr(payloads, "to_list"):
        raise TypeError(f"check_many takes no {type(payloads).__name__}: use check_arrow")
    return ManyReports(payloads, Checker() if checker is None else checker, threads)


def check_arrow(
    data: ArrowData,
    column: str | None = None,
    *,
    checker: Checker | None = None,
    threads: int | None = None,
) -> ArrowReports:
    """Checks a column of Arrow data, on all cores and without a copy of it.

    Args:
        data: a table, a record batch, a stream or a column: anything with the
            Arrow PyCapsule interface, as pyarrow, polars, DuckDB, pandas, arro3
            and nanoarrow have it.
        column: the name of a string or binary column, each row a request; the
            only one there is if left out.
        checker: levels, image hosts and language; the defaults if left out.
        threads: how many threads check; one for each core if left out.

    Returns:
        A stream of record batches with the same interface, read as it is asked
        for, and once: `ok`, `errors` and `warnings` (counts), and `violations`,
        lists of `code`, `level`, `path`, `message`, `line` and `column`, at most
        1,000 of a row, which is what the counts count. A row for each row of the
        column; null where that is null. A row of more than 64 MiB has one error,
        `too_long`.

    Raises:
        TypeError: `data` is no Arrow data.
        ValueError: there is no such column, or not one only; or the data breaks
            the rules of the interface. Whoever reads the results raises what
            turns up later.
    """
    return ArrowReports(data, column, Checker() if checker is None else checker, threads)
