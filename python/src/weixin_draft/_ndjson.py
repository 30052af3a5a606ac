"""Checks files with one request a line."""

from __future__ import annotations

from importlib import import_module
from os import PathLike
from typing import Any, Protocol, TypeAlias, Union

from ._core import Checker, NdjsonReports

Reports: TypeAlias = NdjsonReports
"""What `check_ndjson` gives."""


class Readable(Protocol):
    """An open file, or anything else that can be read piece by piece."""

    def read(self, size: int, /) -> bytes | str:
        """At most `size` bytes or characters; none at the end."""
        ...


Source: TypeAlias = Union[str, "PathLike[str]", bytes, bytearray, memoryview, Readable]
"""A path, the content itself, or an open file."""


def check_ndjson(
    source: Source,
    *,
    checker: Checker | None = None,
    threads: int | None = None,
    progress: bool = False,
) -> Reports:
    """Checks one request a line, on all cores, in constant memory.

    Args:
        source: a path, an open file, or the content itself as bytes. What is
            packed with gzip or Zstandard is unpacked, but for open files.
        checker: levels, image hosts and language; the defaults if left out.
        threads: how many threads check; one for each core if left out.
        progress: shows a bar on standard error, if tqdm is installed.

    Returns:
        An iterator over the line's number, from 1, and its report. Blank lines
        are skipped. A line of more than 64 MiB has one error, `too_long`. It is
        a context manager too; `close()` closes the input early.

    Raises:
        OSError: the file cannot be opened, read or unpacked.
        ValueError: the open file is packed; or, while iterating, two threads
            take results at the same time.
        TypeError: `source` is none of these.
    """
    bar = _bar() if progress else None
    return NdjsonReports(source, Checker() if checker is None else checker, threads, bar)


def _bar() -> Any:
    try:
        tqdm = import_module("tqdm").tqdm
    except ImportError:
        import warnings

        warnings.warn("no progress bar: tqdm is not installed", RuntimeWarning, stacklevel=3)
        return None

    def bar(total: int | None) -> Any:
        return tqdm(total=total, unit="B", unit_scale=True)

    return bar
