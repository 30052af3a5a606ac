"""What articles of both types have in common."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Literal, TypeAlias, TypeVar

from . import _core
from ._checked import CheckedModel
from ._crops import CropBox, crop_box
from ._model import Model, checked, model, set_fields
from ._parts import CoverInfo, ImageInfo, ProductInfo

A = TypeVar("A", bound="BaseArticle")

Flag: TypeAlias = bool | Literal[0, 1] | None

# Judges what a caller gives for a field, by the names of class and field, and gives
# the value that is kept.
Reader: TypeAlias = Callable[[str, str, Any], Any]


@model(init=False)
class BaseArticle(CheckedModel):
    """An article of either type."""

    _CHECK = staticmethod(_core.check_article)
    _TYPE: ClassVar[Literal["news", "newspic"]]
    _READERS: ClassVar[dict[str, Reader]] = {}
    _PARTS: ClassVar[dict[str, type[Model]]] = {
        "cover_info": CoverInfo,
        "product_info": ProductInfo,
        "image_info": ImageInfo,
    }

    @property
    def article_type(self) -> Literal["news", "newspic"]:
        """`news` or `newspic`."""
        return self._TYPE

    def to_dict(self) -> dict[str, Any]:
        """The member `articles` of a request: names of the wire, no nulls."""
        return {"article_type": self._TYPE, **Model.to_dict(self)}

    @classmethod
    def from_dict(cls: type[A], data: Mapping[str, object]) -> A:
        """Reads the member `articles` of a request.

        Raises:
            InvalidDraftError: it has errors. Paths begin with `/articles`.
            TypeError: it is an article of the other type.
        """
        return cls._of_draft(_core.validate({"media_id": "M", "index": 0, "articles": data}))

    @classmethod
    def from_json(cls: type[A], payload: bytes | bytearray | memoryview | str) -> A:
        """Reads the member `articles` of a request; raises as `from_dict` does."""
        checked("from_json", "the article", payload, (bytes, bytearray, memoryview, str))
        # What UTF-8 cannot say becomes bytes that are not UTF-8, and so a report.
        body = (
            payload.encode("utf-8", "surrogatepass") if isinstance(payload, str) else bytes(payload)
        )
        return cls._of_draft(_core.validate(b'{"media_id":"M","index":0,"articles":' + body + b"}"))

    @classmethod
    def _of_draft(cls: type[A], draft: Any) -> A:
        article: A = checked("articles", "the article", draft.articles, cls)
        return article

    @classmethod
    def _of_wire(cls: type[A], data: dict[str, Any]) -> A:
        fields = {name: value for name, value in data.items() if name != "article_type"}
        return super()._of_wire(fields)

    def _set(self, given: Mapping[str, Any]) -> None:
        """Takes the arguments of the constructor."""
        owner = type(self).__name__
        for name, read in self._READERS.items():
            set_fields(self, **{name: read(owner, name, given[name])})


def text(owner: str, name: str, value: Any) -> str:
    """A required text."""
    required: str = checked(owner, name, value, str)
    return required


def crop_or_none(owner: str, name: str, value: Any) -> CropBox | None:
    """An optional part of the cover; an empty text is as good as none."""
    return None if value is None or value == "" else crop_box(owner, name, value)


def cover_or_none(owner: str, name: str, value: Any) -> CoverInfo | None:
    """The crops of the cover."""
    return None if value is None else checked(owner, name, value, CoverInfo)


def product_or_none(owner: str, name: str, value: Any) -> ProductInfo | None:
    """A product."""
    return None if value is None else checked(owner, name, value, ProductInfo)


def images(owner: str, name: str, value: Any) -> ImageInfo:
    """Images, or their media ids."""
    return value if isinstance(value, ImageInfo) else ImageInfo(value)
