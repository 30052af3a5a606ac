"""The rules and the answer codes as data."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from . import _core
from ._core import ErrorCode, Rule

RULES: Mapping[str, Rule] = MappingProxyType({rule.code: rule for rule in _core.rules()})
"""Every rule by its code, in the order of the table."""

ERRCODES: Mapping[int, ErrorCode] = MappingProxyType(
    {entry.code: entry for entry in _core.errcodes()}
)
"""Every known answer code by its number, in ascending order."""
