"""What all models have in common."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, ClassVar, NoReturn, TypeGuard, TypeVar

from . import _core

M = TypeVar("M", bound="Model")
T = TypeVar("T")

_LONGEST_SHOWN = 40

if TYPE_CHECKING:
    from typing_extensions import dataclass_transform
else:

    def dataclass_transform(**_options: Any) -> Any:
        return lambda decorated: decorated


class _NoFields(dict[str, Any]):
    """What a model shows in the place of dataclass fields; see `ModelType`."""

    def _refuse(self, *_arguments: object) -> NoReturn:
        raise TypeError(
            "a model is no dataclass, whose fields would make a wrong request: "
            "use to_dict(), to_json(), from_dict() and from_json()"
        )

    __iter__ = __getitem__ = items = keys = values = _refuse


@dataclass_transform(frozen_default=True)
def model(*, init: bool) -> Callable[[T], T]:
    """Tells type checkers that the class is frozen and has its own constructor."""
    return lambda decorated: decorated


class ModelType(type):
    """The class of the models' classes.

    FastAPI takes what `dataclasses.is_dataclass` says yes to from the body of a
    request. So the classes say yes, but no instance has the fields: functions that
    would write them, such as `dataclasses.asdict`, fail.
    """

    @property
    def __dataclass_fields__(cls) -> dict[str, Any]:
        return _NoFields()


class Model(metaclass=ModelType):
    """A part of a request: frozen, comparable and hashable.

    Limits are not looked at when a model is made; `check` does that.
    """

    # The names of the fields, in order; also for matching by position. Their values
    # are in `__dict__`, which Rust fills for what it has judged.
    _FIELDS: ClassVar[tuple[str, ...]] = ()
    # The models among the fields, to read them from a dict.
    _PARTS: ClassVar[dict[str, type[Model]]] = {}

    if not TYPE_CHECKING:
        # What pprint asks of a dataclass.
        __dataclass_params__ = SimpleNamespace(repr=False)

        def __init_subclass__(cls, **options: Any) -> None:
            super().__init_subclass__(**options)
            cls.__match_args__ = cls._FIELDS

        def __setattr__(self, name: str, value: object) -> NoReturn:
            from dataclasses import FrozenInstanceError

            raise FrozenInstanceError(f"cannot set {name!r} of a {type(self).__name__}: replace()")

        def __delattr__(self, name: str) -> NoReturn:
            from dataclasses import FrozenInstanceError

            raise FrozenInstanceError(f"cannot delete {name!r} of a {type(self).__name__}")

        def __replace__(self, **changes: Any) -> Any:
            return self.replace(**changes)

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
    def from_dict(cls: type[M], data: Mapping[str, object]) -> M:
        """The opposite of `to_dict`.

        Raises:
            TypeError: a name is unknown, a value missing or of a wrong type.
            ValueError: a value cannot be held, such as an unknown ratio.
        """
        return cls._of_wire(dict(data))

    @classmethod
    def from_json(cls: type[M], payload: bytes | bytearray | memoryview | str) -> M:
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
        return type(self)(**{**self._values(), **changes})

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> Any:
        from ._pydantic import model_schema

        return model_schema(cls)

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: Any, handler: Any) -> Any:
        from ._pydantic import published

        return published(cls, handler)

    @classmethod
    def _of_wire(cls: type[M], data: dict[str, Any]) -> M:
        parts = {
            name: cls._PARTS[name]._of_wire(value)
            if name in cls._PARTS and is_dict(value)
            else value
            for name, value in data.items()
        }
        return cls(**parts)

    def _wire(self) -> Any:
        """The JSON that represents it inside a request."""
        return self.to_dict()

    def _values(self) -> dict[str, Any]:
        values = vars(self)
        return {name: values[name] for name in self._FIELDS}

    def _given(self) -> Iterator[tuple[str, Any]]:
        return ((name, value) for name, value in self._values().items() if value is not None)

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        return self._values() == other._values()

    def __hash__(self) -> int:
        return hash((type(self), *self._values().values()))

    def __getstate__(self) -> dict[str, Any]:
        return self._values()

    def __setstate__(self, state: dict[str, Any]) -> None:
        set_fields(self, **state)

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
        return value._wire()
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


def plain(value: Any) -> Any:
    """The number of Python for one of numpy; anything else as it is."""
    return value.item() if type(value).__module__ == "numpy" else value


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
    flag = plain(value)
    if isinstance(flag, int) and flag in (0, 1):
        return bool(flag)
    raise TypeError(f"{owner}: {name} is neither True nor False")


def items(owner: str, name: str, value: Any) -> Iterator[Any]:
    """The items of a list or another collection in order; TypeError for what only
    seems one."""
    if not _holds_items(value):
        raise TypeError(f"{owner}: {name} is a {type(value).__name__}, not a list")
    return iter(value)


def _holds_items(value: object) -> TypeGuard[Iterable[Any]]:
    # A set has no first item, and the first image is the cover.
    wrong = (str, bytes, bytearray, Mapping, Set)
    return isinstance(value, Iterable) and not isinstance(value, wrong)


def set_fields(model: Model, **values: Any) -> None:
    """Sets the fields of a frozen model that is being made."""
    vars(model).update(values)
