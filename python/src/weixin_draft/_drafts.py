"""What the calls on drafts return."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ._convert import convert

if TYPE_CHECKING:
    from ._core import Report
    from ._errors import Error
    from .models import NewsArticle, NewsPicArticle


@dataclass(frozen=True)
class Draft:
    """A draft as the server has it.

    Attributes:
        media_id: its id.
        news_item: its articles as the server gives them, read-only fields included.
        create_time: when it was made, in seconds since 1970.
        update_time: when any of its articles was last changed.
    """

    media_id: str
    news_item: list[dict[str, Any]]
    create_time: int | None = None
    update_time: int | None = None

    @property
    def articles(self) -> list[NewsArticle | NewsPicArticle]:
        """The articles as draft_update takes them.

        Raises:
            InvalidDraftError: one holds what no article can hold.
        """
        return [convert(item).article for item in self.news_item]


@dataclass(frozen=True)
class ListedDraft:
    """A draft in a list.

    Attributes:
        media_id: its id.
        titles: the titles of its articles.
        update_time: when any of its articles was last changed, in seconds since 1970.
    """

    media_id: str
    titles: tuple[str, ...]
    update_time: int | None = None


@dataclass(frozen=True)
class Added:
    """A new draft.

    Attributes:
        media_id: its id.
        report: what the check before sending found: no errors, but perhaps warnings.
    """

    media_id: str
    report: Report


@dataclass(frozen=True)
class Edited:
    """An article that was changed.

    Attributes:
        before: the article as it was.
        after: the article as the server holds it now; None when it could not be
            read after the update.
        report: what the check before sending found: no errors, but perhaps warnings.
        stored: what the server dropped or changed of the article that was sent,
            each at level info; empty where nobody knows.
        unread: why the article could not be read after the update, an ApiError or a
            TransportError for instance; None when it could.
    """

    before: NewsArticle | NewsPicArticle
    after: NewsArticle | NewsPicArticle | None
    report: Report
    stored: Report
    unread: Error | None = None


for _class in (Draft, ListedDraft, Added, Edited):
    _class.__module__ = "weixin_draft"
del _class
