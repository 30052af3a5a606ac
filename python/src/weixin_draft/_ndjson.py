"""Checks files with one request a line."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from importlib import import_module
from os import PathLike
from typing import Protocol, TypeAlias, Union

from ._core import Checker, NdjsonReports, Report


class Readable(Protocol):
    """An open file, or anything else that can be read piece by piece."""

    def read(self, size: int, /) -> bytes | str:
        """At most `size` bytes or characters; none at the end."""
        ...


class Reports(Protocol):
    """What `check_ndjson` gives: (line, report) one after the other."""

    def __iter__(self) -> Iterator[tuple[int, Report]]: ...

    def __next__(self) -> tuple[int, Report]: ...

    def close(self) -> None:
        """Lets go of the input before its end; nothing follows then."""


Source: TypeAlias = Union[str, "PathLike[str]", bytes, bytearray, memoryview, Readable]
"""A path, the content itself, or an open file."""


def check_ndjson(
    source: Source, *, checker: Checker | None = None, progress: bool = False
) -> Reports:
    """Checks one request a line, on all cores, in constant memory.

    Args:
        source: a path, an open file, or the content itself as bytes.
        checker: levels, image hosts and language; the defaults if left out.
        progress: shows a bar on standard error, if tqdm is installed.

    Yields:
        The line's number, from 1, and its report. Empty lines are passed over.
        A line of more than 64 MiB is checked as if it ended there.
        `close()` lets go of the input early.

    Raises:
        OSError: the file cannot be opened or read.
        TypeError: `source` is none of these.
    """
    reports = NdjsonReports(source, Checker() if checker is None else checker)
    return _with_progress(reports) if progress else reports


def _with_progress(reports: NdjsonReports) -> Generator[tuple[int, Report], None, None]:
    try:
        tqdm = import_module("tqdm").tqdm
    except ImportError:
        import warnings

        warnings.warn("no progress bar: tqdm is not installed", RuntimeWarning, stacklevel=3)
        yield from reports
        return
    with tqdm(total=reports.total, unit="B", unit_scale=True) as bar:
        for result in reports:
            bar.update(reports.position - bar.n)
            yield result
