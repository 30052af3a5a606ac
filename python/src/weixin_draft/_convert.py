"""From what draft/get answers to what draft_update takes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from . import _core
from ._errors import InvalidDraftError
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


def convert(item: Payload, *, lang: Lang = "en", drop_nulls: bool = False) -> Converted:
    """Converts an item of the `news_item` that draft/get answers with.

    Read-only fields, such as `url`, are dropped, and so is everything that
    draft_update does not know. Limits are not checked here: an old draft may
    break them, and the check before sending says so.

    Args:
        item: one item, as JSON or as a dict.
        lang: the language of the report's messages.
        drop_nulls: counts members that are null as left out, at any depth.

    Raises:
        ValueError: it is the whole answer of draft/get, not one item of it.
        InvalidDraftError: the item is not JSON, lacks a required field, or
            holds a value that no article can hold.
    """
    try:
        article, dropped = _core.convert_item(item, lang, drop_nulls)
    except InvalidDraftError:
        if _is_whole_answer(item):
            message = "this is the whole answer of draft/get: take one item of its news_item"
            raise ValueError(message) from None
        raise
    return Converted(article, dropped)


def _is_whole_answer(item: Payload) -> bool:
    if not isinstance(item, Mapping):
        try:
            item = _core.read_json(item)
        except ValueError:
            return False
    return isinstance(item, Mapping) and "news_item" in item
