"""A request and its parts as frozen classes; all are in `weixin_draft` too."""

from ._articles import NewsArticle, NewsPicArticle
from ._crops import Coordinate, CropBox, CropPercent, Ratio
from ._draft import DraftUpdate
from ._model import Model
from ._parts import CoverInfo, FooterProductInfo, Image, ImageInfo, ProductInfo

__all__ = [
    "Coordinate",
    "CoverInfo",
    "CropBox",
    "CropPercent",
    "DraftUpdate",
    "FooterProductInfo",
    "Image",
    "ImageInfo",
    "Model",
    "NewsArticle",
    "NewsPicArticle",
    "ProductInfo",
    "Ratio",
]
