"""Types of arguments and of plain data, for type checkers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal, TypeAlias, TypedDict, Union

if TYPE_CHECKING:
    from ._model import Model

Payload: TypeAlias = Union[bytes, bytearray, memoryview, str, Mapping[str, object], "Model"]
"""A request: JSON as bytes or text, a dict (also one of `weixin_draft.payloads`),
or a model."""

Lang: TypeAlias = Literal["en", "zh"]
"""The language of messages."""

Level: TypeAlias = Literal["error", "warning", "off"]
"""What happens to a request that violates a rule."""


class RangeDict(TypedDict):
    """A range of a text."""

    start: int
    end: int


class EditDict(TypedDict):
    """An edit, as `Edit.to_dict` gives it."""

    range: RangeDict
    utf16_range: RangeDict | None
    replacement: str


class FixDict(TypedDict):
    """A fix, as `Fix.to_dict` gives it."""

    applicability: Literal["safe", "unsafe"]
    message: str
    count: int
    edits: list[EditDict] | None


class PlaceDict(TypedDict):
    """A place in a content, as `Place.to_dict` gives it."""

    offset: int
    element: str
    found: int | str | None
    line: int | None
    column: int | None
    range: RangeDict | None
    utf16_range: RangeDict | None


class ViolationDict(TypedDict):
    """A violation, as `Violation.to_dict` gives it."""

    code: str
    level: Literal["error", "warning", "info"]
    path: str
    message: str
    limit: int | str | None
    found: int | str | None
    line: int | None
    column: int | None
    range: RangeDict | None
    utf16_range: RangeDict | None
    count: int
    places: list[PlaceDict]
    fix: FixDict | None
    url: str | None


class ReportDict(TypedDict):
    """A report, as `Report.to_dict` gives it."""

    ok: bool
    violations: list[ViolationDict]
    omitted: int


class ViolationRow(TypedDict):
    """A row of a data frame, as `Report.to_rows` gives it: one type a column."""

    code: str
    level: str
    path: str
    message: str
    limit: str | None
    found: str | None
    line: int | None
    column: int | None
    count: int
    url: str | None
    start: int | None
    end: int | None
    places: str | None
    fix: str | None
