"""Cover, images and product of an article."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar

from ._crops import CropPercent
from ._model import Model, checked, is_dict, is_list, items, model, set_fields, text_or_none


@model(init=False)
class CoverInfo(Model):
    """How the cover (封面) is cropped.

    Args:
        crop_percent_list: at most one entry a ratio.
    """

    _FIELDS = ("crop_percent_list",)

    crop_percent_list: tuple[CropPercent, ...]

    def __init__(self, crop_percent_list: Iterable[CropPercent] = ()) -> None:
        crops = tuple(
            checked("CoverInfo", "crop_percent_list has an item that", crop, CropPercent)
            for crop in items("CoverInfo", "crop_percent_list", crop_percent_list)
        )
        set_fields(self, crop_percent_list=crops)

    def to_dict(self) -> dict[str, Any]:
        """As on the wire; without crops it is empty."""
        crops = [crop.to_dict() for crop in self.crop_percent_list]
        return {"crop_percent_list": crops} if crops else {}

    @classmethod
    def _of_wire(cls, data: dict[str, Any]) -> CoverInfo:
        known = {"crop_percent_list": _models(CropPercent, data.get("crop_percent_list", ()))}
        return cls(**{**data, **known})


@model(init=False)
class Image(Model):
    """An image of a picture message, by its permanent media id."""

    _FIELDS = ("image_media_id",)

    image_media_id: str

    def __init__(self, image_media_id: str) -> None:
        media_id = checked("Image", "image_media_id", image_media_id, str)
        set_fields(self, image_media_id=media_id)


@model(init=False)
class ImageInfo(Model):
    """The images of a picture message.

    Args:
        image_list: 1 to 20 images or permanent media ids; the first is the cover.
    """

    _FIELDS = ("image_list",)

    image_list: tuple[Image, ...]

    def __init__(self, image_list: Iterable[Image | str]) -> None:
        images = tuple(
            Image(image)
            if isinstance(image, str)
            else checked("ImageInfo", "image_list has an item that", image, Image)
            for image in items("ImageInfo", "image_list", image_list)
        )
        set_fields(self, image_list=images)

    @classmethod
    def _of_wire(cls, data: dict[str, Any]) -> ImageInfo:
        if "image_list" not in data:
            return cls(**data)
        return cls(**{**data, "image_list": _models(Image, data["image_list"])})


@model(init=False)
class FooterProductInfo(Model):
    """The product card (商品卡片) at the end of the text, by its key."""

    _FIELDS = ("product_key",)

    product_key: str | None

    def __init__(self, product_key: str | None = None) -> None:
        key = text_or_none("FooterProductInfo", "product_key", product_key)
        set_fields(self, product_key=key)


@model(init=False)
class ProductInfo(Model):
    """Products of an article.

    Args:
        footer_product_info: the product at the end of the text, or its key.
    """

    _FIELDS = ("footer_product_info",)

    footer_product_info: FooterProductInfo | None

    def __init__(self, footer_product_info: FooterProductInfo | str | None = None) -> None:
        footer = footer_product_info
        if isinstance(footer, str):
            footer = FooterProductInfo(footer)
        elif footer is not None:
            checked("ProductInfo", "footer_product_info", footer, FooterProductInfo)
        set_fields(self, footer_product_info=footer)

    _PARTS: ClassVar[dict[str, type[Model]]] = {"footer_product_info": FooterProductInfo}


def _models(model: type[Model], values: Any) -> list[Any]:
    """The models of a list of dicts."""
    if not is_list(values):
        raise TypeError(f"{model.__name__}: not in a list but in a {type(values).__name__}")
    return [model._of_wire(value) if is_dict(value) else value for value in values]
