"""From what draft/get answers to what draft_update takes."""

from __future__ import annotations

from dataclasses import dataclass

from . import _core
from ._payload import Lang, Payload
from .models import NewsArticle, NewsPicArticle


@dataclass(frozen=True)
class Converted:
    """An article from a draft, ready to be changed and sent back.

    Attributes:
        article: the article, with every field that draft_update knows.
        dropped: the fields that were left behind, as JSON Pointers into the item.
    """

    article: NewsArticle | NewsPicArticle
    dropped: tuple[str, ...]


Converted.__module__ = "weixin_draft"


def convert(item: Payload, *, lang: Lang = "en") -> Converted:
    """Converts an item of the `news_item` that draft/get answers with.

    Read-only fields, such as `url`, are dropped, and so is everything that
    draft_update does not know. Limits are not checked here: an old draft may
    break them, and the check before sending says so.

    Args:
        item: one item, as JSON or as a dict.
        lang: the language of the report's messages.

    Raises:
        InvalidDraftError: the item is not JSON, lacks a required field, or
            holds a value that no article can hold.
    """
    article, dropped = _core.convert_item(item, lang)
    return Converted(article, dropped)
