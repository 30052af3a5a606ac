# pyright: basic, reportUnsupportedDunderAll=false
"""Checks and sends WeChat draft updates.

    >>> import weixin_draft as wd
    >>> report = wd.check({"media_id": "M", "index": 0, "articles": {"titel": "Menu"}})
    >>> report.ok
    False

`check` reports every violation of a request, `validate` reads it into a model,
and `Client` sends it. Classes are made, and modules of Python loaded, when a name
of theirs is first used.
"""

from ._core import (
    __version__,
    check,
    check_article,
    check_content,
    fix,
    json_schema,
    validate,
    validate_and_report,
)

_LAZY = {
    "_async": ("AsyncClient",),
    "_bulk": ("check_arrow", "check_many"),
    "_convert": ("Converted", "convert"),
    "_core": (
        "Checker",
        "Client",
        "Edit",
        "ErrorCode",
        "Fix",
        "Fixed",
        "Place",
        "Report",
        "Response",
        "Rule",
        "StableToken",
        "Violation",
        "Words",
    ),
    "_drafts": ("Added", "Draft", "Edited", "ListedDraft"),
    "_errors": (
        "ApiError",
        "ConflictError",
        "Error",
        "GoneError",
        "InvalidDraftError",
        "PictureError",
        "TokenError",
        "TransportError",
    ),
    "_images": ("ContentImage", "images", "replace_images"),
    "_ndjson": ("Reports", "check_ndjson"),
    "_payload": (
        "EditDict",
        "FixDict",
        "Lang",
        "Level",
        "Payload",
        "PlaceDict",
        "RangeDict",
        "ReportDict",
        "ViolationDict",
        "ViolationRow",
    ),
    "_pictures": ("Cover", "PicturePlace", "Pictures", "UploadedPictures"),
    "_tables": ("ERRCODES", "RULES"),
    "models": (
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
}
_EAGER = [name for name in globals() if name[0] != "_"]

__all__ = sorted([*_EAGER, "__version__", *(name for names in _LAZY.values() for name in names)])


def __getattr__(name):
    for module, names in _LAZY.items():
        if name in names:
            from importlib import import_module

            value = getattr(import_module(f".{module}", __name__), name)
            globals()[name] = value
            return value
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__():
    return sorted({*globals(), *__all__})
