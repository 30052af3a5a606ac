"""What all models have in common."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, replace
from typing import Any, ClassVar, TypeGuard, TypeVar

from . import _core

M = TypeVar("M", bound="Model")

_LONGEST_SHOWN = 40


class Model:
    """A part of a request: frozen, comparable and hashable.

    Limits are not looked at when a model is made; `check` does that.
    """

    __slots__ = ()

    # The models among the fields, to read them from a dict.
    _PARTS: ClassVar[dict[str, type[Model]]] = {}

    def to_dict(self) -> dict[str, Any]:
        """The request's JSON as plain data: names of the wire, no nulls."""
        return {name: _on_the_wire(value) for name, value in self._given()}

    def to_json(self) -> bytes:
        """JSON in raw UTF-8, as it is sent.

        Raises:
            InvalidDraftError: a text holds a lone surrogate, which UTF-8 cannot say.
        """
        return _core.write_json(self.to_dict())

    @classmethod
    def from_dict(cls: type[M], data: dict[str, Any]) -> M:
        """The opposite of `to_dict`.

        Raises:
            TypeError: a name is unknown, a value missing or of a wrong type.
            ValueError: a value cannot be held, such as an unknown ratio.
        """
        return cls._of_wire(data)

    @classmethod
    def from_json(cls: type[M], payload: bytes | str) -> M:
        """The opposite of `to_json`.

        Raises:
            InvalidDraftError: `payload` is no JSON.
            TypeError, ValueError: as with `from_dict`.
        """
        data = _core.read_json(payload)
        if not is_dict(data):
            raise TypeError(f"not a JSON object: {type(data).__name__}")
        return cls._of_wire(data)

    def replace(self: M, **changes: Any) -> M:
        """A copy with some fields changed.

        Raises:
            TypeError: a name is unknown, or a value of a wrong type.
        """
        return replace(self, **changes)  # type: ignore[type-var]

    @classmethod
    def _of_wire(cls: type[M], data: dict[str, Any]) -> M:
        parts = {
            name: cls._PARTS[name]._of_wire(value)
            if name in cls._PARTS and is_dict(value)
            else value
            for name, value in data.items()
        }
        return cls(**parts)

    def _given(self) -> Iterator[tuple[str, Any]]:
        for field in fields(self):  # type: ignore[arg-type]
            value = getattr(self, field.name)
            if value is not None:
                yield field.name, value

    def __repr__(self) -> str:
        shown = ", ".join(f"{name}={_shown(value)}" for name, value in self._given())
        return f"{type(self).__name__}({shown})"


def is_dict(value: object) -> TypeGuard[dict[str, Any]]:
    """Whether it is a dict; of JSON, so that its keys are strings."""
    return isinstance(value, dict)


def is_tuple(value: object) -> TypeGuard[tuple[Any, ...]]:
    """Whether it is a tuple, of anything."""
    return isinstance(value, tuple)


def is_list(value: object) -> TypeGuard[list[Any] | tuple[Any, ...]]:
    """Whether it is a list or a tuple, of anything."""
    return isinstance(value, (list, tuple))


def _on_the_wire(value: Any) -> Any:
    if isinstance(value, Model):
        return value.to_dict()
    if is_tuple(value):
        return [_on_the_wire(item) for item in value]
    if isinstance(value, bool):
        return int(value)
    if isinstance(value, str):
        # Of an enum whose members are strings, the text and not the member's name.
        return str.__str__(value)
    return value if isinstance(value, int) else str(value)


def _shown(value: Any) -> str:
    if isinstance(value, str) and len(value) > _LONGEST_SHOWN:
        return f"<{len(value):,} characters>"
    if is_tuple(value) and len(value) > 3:
        return f"<{len(value)} items>"
    return repr(value)


def checked(owner: str, name: str, value: Any, expected: type[Any] | tuple[type[Any], ...]) -> Any:
    """The value, if it has one of the types; TypeError otherwise."""
    if isinstance(value, expected):
        return value
    classes = expected if isinstance(expected, tuple) else (expected,)
    names = " or ".join(each.__name__ for each in classes)
    raise TypeError(f"{owner}: {name} is a {type(value).__name__}, not {names}")


def text_or_none(owner: str, name: str, value: Any) -> str | None:
    """An optional text; an empty one means the same as leaving it out."""
    if value is None:
        return None
    text: str = checked(owner, name, value, str)
    return text or None


def flag_or_none(owner: str, name: str, value: Any) -> bool | None:
    """An optional switch: a bool, or 0 or 1 as on the wire."""
    if value is None:
        return None
    if isinstance(value, int) and value in (0, 1):
        return bool(value)
    raise TypeError(f"{owner}: {name} is neither True nor False")


def items(owner: str, name: str, value: Any) -> Iterator[Any]:
    """The items of a list or another collection; TypeError for what only seems one."""
    if not _holds_items(value):
        raise TypeError(f"{owner}: {name} is a {type(value).__name__}, not a list")
    return iter(value)


def _holds_items(value: object) -> TypeGuard[Iterable[Any]]:
    return isinstance(value, Iterable) and not isinstance(value, (str, bytes, bytearray, Mapping))


def set_fields(model: Model, **values: Any) -> None:
    """Sets the fields of a frozen model that is being made."""
    for name, value in values.items():
        object.__setattr__(model, name, value)
