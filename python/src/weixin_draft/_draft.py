"""The request."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

from . import _core
from ._articles import NewsArticle, NewsPicArticle
from ._checked import CheckedModel
from ._model import checked, model, plain, set_fields


@model(init=False)
class DraftUpdate(CheckedModel):
    """Replaces one article of a draft (草稿) by another.

    What is not sent is lost: the article at this index is replaced as a whole.

    Args:
        media_id: the draft's id, as draft/add or draft/batchget gave it.
        index: the article's place in the draft, from 0.
        articles: the new article; one, in spite of the name.

    Raises:
        TypeError: an unknown name, a missing field, a wrong type.
    """

    _CHECK = staticmethod(_core.check)
    _FIELDS = ("media_id", "index", "articles")

    media_id: str
    index: int
    articles: NewsArticle | NewsPicArticle

    def __init__(
        self, *, media_id: str, index: int, articles: NewsArticle | NewsPicArticle
    ) -> None:
        checked("DraftUpdate", "media_id", media_id, str)
        index = plain(index)
        checked("DraftUpdate", "index", index, int)
        if isinstance(index, bool):
            raise TypeError("DraftUpdate: index is a bool, not int")
        checked("DraftUpdate", "articles", articles, (NewsArticle, NewsPicArticle))
        set_fields(self, media_id=media_id, index=index, articles=articles)

    @classmethod
    def from_dict(cls, data: Mapping[str, object]) -> DraftUpdate:
        """Reads a request; the same as `weixin_draft.validate`.

        Raises:
            InvalidDraftError: it has errors.
        """
        return _core.validate(data)

    @classmethod
    def from_json(cls, payload: bytes | bytearray | memoryview | str) -> DraftUpdate:
        """Reads a request; the same as `weixin_draft.validate`.

        Raises:
            InvalidDraftError: it has errors.
        """
        return _core.validate(payload)

    @classmethod
    def _of_wire(cls, data: dict[str, Any]) -> DraftUpdate:
        article = cast("dict[str, Any]", data["articles"])
        kind = NewsPicArticle if article.get("article_type") == "newspic" else NewsArticle
        fields: dict[str, Any] = {**data, "articles": kind._of_wire(article)}
        return cls(**fields)
