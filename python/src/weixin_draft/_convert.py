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
        dropped: the fields that were left out, as JSON Pointers into what was given.
        omitted: how many fields were left out besides the listed ones.
        report: what is lost: a warning for each field that draft_update does not
            know, for a cover without a media id, and for a deleted article. What
            every answer has and no request, such as `url`, is at level info.
    """

    article: NewsArticle | NewsPicArticle
    dropped: tuple[str, ...]
    omitted: int
    report: _core.Report


Converted.__module__ = "weixin_draft"


def convert(
    answer: Payload,
    *,
    index: int = 0,
    media_id: str | None = None,
    lang: Lang = "en",
    drop_nulls: bool = False,
) -> Converted:
    """Converts an article of a draft, as draft/get or draft/batchget answer with it.

    Read-only fields, such as `url`, are dropped, and so is everything that
    draft_update does not know. Limits are not checked here: an old draft may
    break them, and the check before sending says so.

    Args:
        answer: the whole answer, a draft of draft/batchget, or one item of
            `news_item`, as JSON or as a dict.
        index: which article of the draft, from 0.
        media_id: which draft of an answer of draft/batchget.
        lang: the language of the report's messages.
        drop_nulls: counts members that are null as left out, at any depth.

    Raises:
        InvalidDraftError: there is no such article, it lacks a required field, or
            it holds a value that no article can hold.
    """
    return Converted(*_core.convert_answer(answer, index, media_id, lang, drop_nulls))
