"""The same rules in pydantic, and the same shape in msgspec, as far as they go.

pydantic gets the rules about content as a regular expression for images, which
is less than `check` does; so the comparison is kind to it.
"""

from __future__ import annotations

import re
from typing import Annotated, Literal

import msgspec
from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, field_validator

COORDINATE = r"(0(\.[0-9]{1,6})?|1(\.0{1,6})?)"
CROP = rf"^({COORDINATE}_{COORDINATE}_{COORDINATE}_{COORDINATE})?$"
MEDIA_ID = r"^[!-~]{1,128}$"
IMAGE = re.compile(
    r"<img\b[^>]*?\b(?:data-)?src\s*=\s*[\"']?https?://([^/\"'\s>:]+)", re.IGNORECASE
)
TAG = re.compile(r"<[^>]*>")
HOSTS = ("qpic.cn", "qlogo.cn", "weixin.qq.com", "res.wx.qq.com")

Flag = Literal[0, 1]
MediaId = Annotated[str, Field(pattern=MEDIA_ID)]
Crop = Annotated[str, Field(pattern=CROP)]
Coordinate = Annotated[str, Field(pattern=f"^{COORDINATE}$")]


class Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)


class CropPercent(Strict):
    ratio: Literal["1_1", "16_9", "2.35_1"]
    x1: Coordinate
    y1: Coordinate
    x2: Coordinate
    y2: Coordinate


class CoverInfo(Strict):
    crop_percent_list: list[CropPercent] = []


class Footer(Strict):
    product_key: str | None = None


class ProductInfo(Strict):
    footer_product_info: Footer | None = None


class Image(Strict):
    image_media_id: MediaId


class ImageInfo(Strict):
    image_list: Annotated[list[Image], Field(min_length=1, max_length=20)]


class Article(Strict):
    title: Annotated[str, Field(min_length=1)]
    content: Annotated[str, Field(min_length=1)]
    author: Annotated[str, Field(max_length=16)] | None = None
    digest: Annotated[str, Field(max_length=120)] | None = None
    content_source_url: Annotated[str, Field(pattern=r"^https?://[^/]+")] | None = None
    thumb_media_id: MediaId | None = None
    need_open_comment: Flag | None = None
    only_fans_can_comment: Flag | None = None
    pic_crop_235_1: Crop | None = None
    pic_crop_1_1: Crop | None = None
    cover_info: CoverInfo | None = None
    product_info: ProductInfo | None = None

    @field_validator("content")
    @classmethod
    def content_is_fine(cls, content: str) -> str:
        if len(content.encode()) >= 1_048_576 or len(TAG.sub("", content)) >= 20_000:
            raise ValueError("too long")
        for host in IMAGE.findall(content):
            if not any(host == known or host.endswith(f".{known}") for known in HOSTS):
                raise ValueError("an image from elsewhere")
        return content


class News(Article):
    article_type: Literal["news"] = "news"


class NewsPic(Article):
    article_type: Literal["newspic"]
    image_info: ImageInfo


class DraftUpdate(Strict):
    media_id: MediaId
    index: Annotated[int, Field(ge=0, le=4_294_967_295)]
    articles: Annotated[News | NewsPic, Field(discriminator="article_type")]


ADAPTER = TypeAdapter(DraftUpdate)


def pydantic_validate(body: bytes) -> DraftUpdate:
    return ADAPTER.validate_json(body)


class MsgspecImage(msgspec.Struct, forbid_unknown_fields=True):
    image_media_id: str


class MsgspecImageInfo(msgspec.Struct, forbid_unknown_fields=True):
    image_list: list[MsgspecImage]


class MsgspecCrop(msgspec.Struct, forbid_unknown_fields=True):
    ratio: str
    x1: str
    y1: str
    x2: str
    y2: str


class MsgspecCover(msgspec.Struct, forbid_unknown_fields=True):
    crop_percent_list: list[MsgspecCrop] = []


class MsgspecArticle(msgspec.Struct, forbid_unknown_fields=True):
    title: str
    content: str
    article_type: str = "news"
    author: str | None = None
    digest: str | None = None
    content_source_url: str | None = None
    thumb_media_id: str | None = None
    need_open_comment: int | None = None
    only_fans_can_comment: int | None = None
    pic_crop_235_1: str | None = None
    pic_crop_1_1: str | None = None
    image_info: MsgspecImageInfo | None = None
    cover_info: MsgspecCover | None = None
    product_info: dict[str, dict[str, str]] | None = None


class MsgspecDraft(msgspec.Struct, forbid_unknown_fields=True):
    media_id: str
    index: int
    articles: MsgspecArticle


DECODER = msgspec.json.Decoder(MsgspecDraft)


def msgspec_decode(body: bytes) -> MsgspecDraft:
    return DECODER.decode(body)


class BareCropPercent(BaseModel):
    ratio: str
    x1: str
    y1: str
    x2: str
    y2: str


class BareCover(BaseModel):
    crop_percent_list: list[BareCropPercent] = []


class BareFooter(BaseModel):
    product_key: str | None = None


class BareProduct(BaseModel):
    footer_product_info: BareFooter | None = None


class BareImage(BaseModel):
    image_media_id: str


class BareImages(BaseModel):
    image_list: list[BareImage]


class BareArticle(BaseModel):
    title: str
    content: str
    author: str | None = None
    digest: str | None = None
    content_source_url: str | None = None
    thumb_media_id: str | None = None
    need_open_comment: bool | None = None
    only_fans_can_comment: bool | None = None
    pic_crop_235_1: str | None = None
    pic_crop_1_1: str | None = None
    cover_info: BareCover | None = None
    product_info: BareProduct | None = None


class BareNews(BareArticle):
    article_type: Literal["news"] = "news"


class BareNewsPic(BareArticle):
    article_type: Literal["newspic"]
    image_info: BareImages


class BareDraft(BaseModel):
    media_id: str
    index: int
    articles: Annotated[BareNews | BareNewsPic, Field(discriminator="article_type")]


BARE = TypeAdapter(BareDraft)


def bare_validate(body: bytes) -> BareDraft:
    """The same fields, and no rule."""
    return BARE.validate_json(body)
