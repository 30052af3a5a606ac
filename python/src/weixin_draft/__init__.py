"""Checks and sends WeChat draft updates.

    >>> import weixin_draft as wd
    >>> report = wd.check({"media_id": "M", "index": 0, "articles": {"titel": "Menu"}})
    >>> report.ok
    False

`check` reports every violation of a request, `validate` reads it into a model,
and `Client` sends it. Names that need more of the standard library, such as
the models, are loaded when they are first used.
"""

from ._core import (
    Checker,
    Client,
    ErrorCode,
    Place,
    Report,
    Response,
    Rule,
    StableToken,
    Violation,
    Words,
    check,
    json_schema,
    validate,
)
from ._errors import (
    ApiError,
    ConflictError,
    Error,
    GoneError,
    InvalidDraftError,
    TokenError,
    TransportError,
)

# What type checkers take for typing.TYPE_CHECKING, without the import.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from ._async import AsyncClient
    from ._bulk import check_arrow, check_many
    from ._convert import Converted, convert
    from ._drafts import Added, Draft, Edited, ListedDraft
    from ._ndjson import check_ndjson
    from ._tables import ERRCODES, RULES
    from .models import (
        CoverInfo,
        CropBox,
        CropPercent,
        DraftUpdate,
        FooterProductInfo,
        Image,
        ImageInfo,
        NewsArticle,
        NewsPicArticle,
        ProductInfo,
    )

__all__ = [
    "ERRCODES",
    "RULES",
    "Added",
    "ApiError",
    "AsyncClient",
    "Checker",
    "Client",
    "ConflictError",
    "Converted",
    "CoverInfo",
    "CropBox",
    "CropPercent",
    "Draft",
    "DraftUpdate",
    "Edited",
    "Error",
    "ErrorCode",
    "FooterProductInfo",
    "GoneError",
    "Image",
    "ImageInfo",
    "InvalidDraftError",
    "ListedDraft",
    "NewsArticle",
    "NewsPicArticle",
    "Place",
    "ProductInfo",
    "Report",
    "Response",
    "Rule",
    "StableToken",
    "TokenError",
    "TransportError",
    "Violation",
    "Words",
    "check",
    "check_arrow",
    "check_many",
    "check_ndjson",
    "convert",
    "json_schema",
    "validate",
]

if not TYPE_CHECKING:
    _LAZY = {
        "AsyncClient": "_async",
        "Added": "_drafts",
        "Draft": "_drafts",
        "Edited": "_drafts",
        "ListedDraft": "_drafts",
        "Converted": "_convert",
        "convert": "_convert",
        "check_arrow": "_bulk",
        "check_many": "_bulk",
        "check_ndjson": "_ndjson",
        "ERRCODES": "_tables",
        "RULES": "_tables",
    } | dict.fromkeys(
        (
            "CoverInfo",
            "CropBox",
            "CropPercent",
            "DraftUpdate",
            "FooterProductInfo",
            "Image",
            "ImageInfo",
            "NewsArticle",
            "NewsPicArticle",
            "ProductInfo",
        ),
        "models",
    )

    def __getattr__(name):
        module = _LAZY.get(name)
        if module is None:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from importlib import import_module

        value = getattr(import_module(f".{module}", __name__), name)
        globals()[name] = value
        return value

    def __dir__():
        return sorted({*globals(), *__all__})
