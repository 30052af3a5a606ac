# pyright: basic
"""Models and reports as pydantic and FastAPI use them.

Nothing imports this module but the methods that pydantic itself calls, so pydantic is
no dependency.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from pydantic_core import InitErrorDetails, PydanticCustomError, ValidationError, core_schema

from . import _core
from ._articles import NewsArticle, NewsPicArticle
from ._crops import CropBox, CropPercent
from ._draft import DraftUpdate
from ._errors import InvalidDraftError
from ._model import Model
from ._parts import CoverInfo, FooterProductInfo, Image, ImageInfo, ProductInfo

_TEXT = (bytes, bytearray, memoryview, str)

_PUBLISHED: dict[str, type[Model]] = {
    model.__name__: model
    for model in (
        *(CoverInfo, CropPercent, DraftUpdate, FooterProductInfo, Image, ImageInfo),
        *(NewsArticle, NewsPicArticle, ProductInfo),
    )
}
"""The models that have a definition of their own in the published schema."""


def model_schema(model: type[Model], checker: _core.Checker | None = None) -> Any:
    """Reads what is given with every rule, and writes the request's JSON."""

    def validate(value: Any) -> Any:
        return value if isinstance(value, model) else _read(model, value, checker)

    return core_schema.no_info_plain_validator_function(
        validate,
        ref=f"weixin_draft.{model.__name__}" if checker is None else None,
        serialization=core_schema.plain_serializer_function_ser_schema(model._wire),
        metadata={"pydantic_js_functions": [model.__get_pydantic_json_schema__]},
    )


def checker_schema(checker: _core.Checker, source: Any) -> Any:
    """The same with a checker: `Annotated[DraftUpdate, Checker(...)]`."""
    if isinstance(source, type) and issubclass(source, Model):
        return model_schema(source, checker)
    raise TypeError("a Checker annotates a model: write Annotated[DraftUpdate, Checker(...)]")


def report_schema() -> Any:
    """Reads what `Report.to_dict` gives, and writes the same."""

    def validate(value: Any) -> _core.Report:
        if isinstance(value, _core.Report):
            return value
        try:
            return _core.Report.from_dict(value)
        except (KeyError, TypeError, ValueError):
            raise PydanticCustomError("report", "not what Report.to_dict() gives") from None

    return core_schema.no_info_plain_validator_function(
        validate,
        ref="weixin_draft.Report",
        serialization=core_schema.plain_serializer_function_ser_schema(_core.Report.to_dict),
        metadata={"pydantic_js_functions": [lambda _schema, _handler: _published_report()]},
    )


def _read(model: type[Model], value: Any, checker: _core.Checker | None) -> Any:
    checker = checker or _core.Checker()
    if issubclass(model, DraftUpdate):
        return _checked(value, checker.validate)
    if issubclass(model, (NewsArticle, NewsPicArticle)):
        report = _checked(value, checker.check_article)
        if not report.ok:
            raise _error(value, report)
    try:
        if issubclass(model, CropBox) and isinstance(value, str):
            return model.parse(value)
        return model.from_json(value) if isinstance(value, _TEXT) else model.from_dict(value)
    except InvalidDraftError as error:
        raise _error(value, error.report) from None
    except (TypeError, ValueError) as error:
        raise _custom(f"not_a_{model.__name__}", str(error)) from None


def _checked(value: Any, use: Callable[[Any], Any]) -> Any:
    try:
        return use(value)
    except InvalidDraftError as error:
        raise _error(value, error.report) from None
    except TypeError as error:
        raise _custom("payload", str(error)) from None


def _custom(kind: Any, message: Any) -> PydanticCustomError:
    return PydanticCustomError(kind, message)


def _error(value: Any, report: _core.Report) -> ValidationError:
    """One error of pydantic for each of the report, at its place."""
    details = [
        InitErrorDetails(
            type=_custom(error.code, error.message),
            loc=_loc(error.path),
            input=_at(value, _loc(error.path)),
        )
        for error in report.errors
    ]
    return ValidationError.from_exception_data("weixin_draft", details)


def _loc(path: str) -> tuple[int | str, ...]:
    names = (name.replace("~1", "/").replace("~0", "~") for name in path.split("/")[1:])
    return tuple(int(name) if name.isdecimal() else name for name in names)


def _at(value: Any, loc: tuple[int | str, ...]) -> Any:
    """What was given at the place, or the nearest above it."""
    for name in loc:
        try:
            value = value[name]
        except (LookupError, TypeError):
            break
    return value


def published(model: type[Model], handler: Any) -> dict[str, Any]:
    """The published schema of a model, whose parts are definitions of their own."""
    request = _core.json_schema()
    definitions = request.pop("$defs")
    schema = request if model is DraftUpdate else definitions.get(model.__name__)
    if schema is None:
        # A crop, in the form of the fields pic_crop_*, or a class of the caller's.
        field = definitions["NewsArticle"]["properties"]["pic_crop_1_1"]
        return dict(field) if issubclass(model, CropBox) else {"type": "object"}
    plain = {name: value for name, value in schema.items() if name not in ("$schema", "$id")}
    plain.setdefault("title", model.__name__)
    # The handler itself would go on with this model's schema.
    generate = handler.generate_json_schema.generate_inner
    result: dict[str, Any] = _replace_references(
        plain, lambda name: generate(model_schema(_PUBLISHED[name]))
    )
    return result


def _replace_references(part: Any, definition: Callable[[str], dict[str, Any]]) -> Any:
    if isinstance(part, list):
        return [_replace_references(item, definition) for item in part]
    if not isinstance(part, dict):
        return part
    name = str(part.get("$ref", "")).rpartition("/")[2]
    if name:
        return {**definition(name), **{key: part[key] for key in part if key != "$ref"}}
    return {key: _replace_references(value, definition) for key, value in part.items()}


def _published_report() -> dict[str, Any]:
    schema = _core.json_schema("report")
    definitions = schema.pop("$defs")

    def inline(name: str) -> dict[str, Any]:
        inlined: dict[str, Any] = _replace_references(definitions[name], inline)
        return inlined

    for name in ("$schema", "$id"):
        schema.pop(name)
    # What only the command line says.
    for name in ("file", "line", "too_long", "unreadable", "skipped"):
        schema["properties"].pop(name, None)
    result: dict[str, Any] = _replace_references(schema, inline)
    return result
