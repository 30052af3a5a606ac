"""The rules and the answer codes as data."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, TypeVar

from . import _core
from ._core import ErrorCode, Rule

K = TypeVar("K")
V = TypeVar("V")


class _Table(Mapping[K, V]):
    """A mapping that nobody can change; a pickle of it is its name."""

    __module__ = "weixin_draft"

    def __init__(self, name: str, entries: dict[K, V]) -> None:
        self._name = name
        self._entries = entries

    def __getitem__(self, key: K) -> V:
        return self._entries[key]

    def __iter__(self) -> Iterator[K]:
        return iter(self._entries)

    def __len__(self) -> int:
        return len(self._entries)

    def __repr__(self) -> str:
        return f"<{self._name}, {len(self)} entries>"

    def __reduce__(self) -> Any:
        return self._name


RULES: Mapping[str, Rule] = _Table("RULES", {rule.code: rule for rule in _core.rules()})
"""Every rule by its code, in the order of the table."""

ERRCODES: Mapping[int, ErrorCode] = _Table(
    "ERRCODES", {entry.code: entry for entry in _core.errcodes()}
)
"""Every known answer code by its number, in ascending order."""
