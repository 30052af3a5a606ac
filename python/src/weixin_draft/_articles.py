"""Articles of both types."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, ClassVar, Literal, TypeAlias, TypeVar

from . import _core
from ._crops import CropBox, crop_box
from ._model import Model, checked, flag_or_none, model, set_fields, text_or_none
from ._parts import CoverInfo, Image, ImageInfo, ProductInfo
from ._payload import Lang, Level

A = TypeVar("A", bound="_Article")

Flag: TypeAlias = bool | Literal[0, 1] | None


@model(init=False)
class _Article(Model):
    """The fields of both types."""

    _FIELDS: ClassVar[tuple[str, ...]] = (
        "title",
        "content",
        "author",
        "digest",
        "content_source_url",
        "thumb_media_id",
        "need_open_comment",
        "only_fans_can_comment",
        "pic_crop_235_1",
        "pic_crop_1_1",
        "cover_info",
        "product_info",
    )

    title: str
    content: str
    author: str | None
    digest: str | None
    content_source_url: str | None
    thumb_media_id: str | None
    need_open_comment: bool | None
    only_fans_can_comment: bool | None
    pic_crop_235_1: CropBox | None
    pic_crop_1_1: CropBox | None
    cover_info: CoverInfo | None
    product_info: ProductInfo | None

    _TYPE: ClassVar[Literal["news", "newspic"]]
    _PARTS: ClassVar[dict[str, type[Model]]] = {
        "cover_info": CoverInfo,
        "product_info": ProductInfo,
        "image_info": ImageInfo,
    }

    @property
    def article_type(self) -> Literal["news", "newspic"]:
        """`news` or `newspic`."""
        return self._TYPE

    def check(
        self,
        *,
        levels: Mapping[str, Level] | None = None,
        image_hosts: Iterable[str] | None = None,
        strict: bool = False,
        lang: Lang = "en",
        drop_nulls: bool = False,
    ) -> _core.Report:
        """The report of this article alone; see `weixin_draft.check_article`."""
        return _core.check_article(
            self,
            levels=levels,
            image_hosts=image_hosts,
            strict=strict,
            lang=lang,
            drop_nulls=drop_nulls,
        )

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

    def _set(self, **given: Any) -> None:
        owner = type(self).__name__
        for name in ("title", "content"):
            checked(owner, name, given[name], str)
        for name in ("author", "digest", "content_source_url", "thumb_media_id"):
            given[name] = text_or_none(owner, name, given[name])
        for name in ("need_open_comment", "only_fans_can_comment"):
            given[name] = flag_or_none(owner, name, given[name])
        for name in ("pic_crop_235_1", "pic_crop_1_1"):
            is_unset = given[name] is None or given[name] == ""
            given[name] = None if is_unset else crop_box(owner, name, given[name])
        for name, part in (("cover_info", CoverInfo), ("product_info", ProductInfo)):
            if given[name] is not None:
                checked(owner, name, given[name], part)
        set_fields(self, **given)


_COMMON = _Article._FIELDS


@model(init=False)
class NewsArticle(_Article):
    """A news article (图文消息): HTML with pictures, under a cover.

    Args:
        title: the title. draft_add allows 32 characters.
        content: the article as HTML, with less than 20,000 characters of text
            and less than 1,048,576 bytes of UTF-8 in all.
        author: draft_add allows 16 characters.
        digest: the summary, shown when the draft holds this article alone.
        content_source_url: where "read more" leads.
        thumb_media_id: the cover (封面), a permanent media id.
        need_open_comment: whether readers may comment.
        only_fans_can_comment: whether only followers may comment.
        pic_crop_235_1: the part of the cover for the shape 2.35 to 1.
        pic_crop_1_1: the part of the cover for the square.
        cover_info: the cover's crops, one a shape.
        product_info: a product card (商品卡片) at the end of the article.

    Raises:
        TypeError: an unknown name, a missing title or content, a wrong type.
        ValueError: a crop that is none.
    """

    _TYPE = "news"

    @property
    def article_type(self) -> Literal["news"]:
        """`news`."""
        return "news"

    def __init__(
        self,
        *,
        title: str,
        content: str,
        author: str | None = None,
        digest: str | None = None,
        content_source_url: str | None = None,
        thumb_media_id: str | None = None,
        need_open_comment: Flag = None,
        only_fans_can_comment: Flag = None,
        pic_crop_235_1: CropBox | str | None = None,
        pic_crop_1_1: CropBox | str | None = None,
        cover_info: CoverInfo | None = None,
        product_info: ProductInfo | None = None,
    ) -> None:
        given = locals()
        self._set(**{name: given[name] for name in _COMMON})


@model(init=False)
class NewsPicArticle(_Article):
    """A picture message (图片消息): up to 20 images over plain text.

    The other fields of a news article are taken, but have no effect here.

    Args:
        title: the title. draft_add allows 32 characters.
        content: plain text with line breaks; `<a>` and product cards are allowed.
        image_info: the images, or their permanent media ids; the first is the cover.

    Raises:
        TypeError: an unknown name, a missing field, a wrong type.
        ValueError: a crop that is none.
    """

    _FIELDS = (*_Article._FIELDS, "image_info")

    image_info: ImageInfo

    _TYPE = "newspic"

    @property
    def article_type(self) -> Literal["newspic"]:
        """`newspic`."""
        return "newspic"

    def __init__(
        self,
        *,
        title: str,
        content: str,
        image_info: ImageInfo | Iterable[Image | str],
        author: str | None = None,
        digest: str | None = None,
        content_source_url: str | None = None,
        thumb_media_id: str | None = None,
        need_open_comment: Flag = None,
        only_fans_can_comment: Flag = None,
        pic_crop_235_1: CropBox | str | None = None,
        pic_crop_1_1: CropBox | str | None = None,
        cover_info: CoverInfo | None = None,
        product_info: ProductInfo | None = None,
    ) -> None:
        given = locals()
        self._set(**{name: given[name] for name in _COMMON})
        images = image_info if isinstance(image_info, ImageInfo) else ImageInfo(image_info)
        set_fields(self, image_info=images)
