"""The client for programs that run on asyncio."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

from . import _core

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from types import TracebackType

    from ._drafts import Added, Draft, Edited, ListedDraft
    from ._payload import Payload
    from .models import NewsArticle, NewsPicArticle

MAX_AT_ONCE = 32


class AsyncClient:
    """A client of one account, with the methods of `Client` as coroutines.

    A call that is cancelled ends at once, and its connection with it; what was not
    begun is not sent. At most 32 calls are under way at once, others wait.

        async with wd.AsyncClient(token) as client:
            await client.edit(media_id, 0, {"title": "Summer menu"})

    Args:
        access_token, settings: as for `Client`.
    """

    def __init__(
        self,
        access_token: str | Callable[[], str] | _core.StableToken,
        **settings: Any,
    ) -> None:
        try:
            self._client = _core.Client(access_token, **settings)
        finally:
            # A traceback with the values of local variables would show them.
            del access_token, settings
        self._threads: ThreadPoolExecutor | None = None

    async def update(self, draft: Payload, /) -> _core.Response:
        """As `Client.update`."""
        response: _core.Response = await self._call("update", draft)
        return response

    async def get(self, media_id: str, /) -> Draft:
        """As `Client.get`."""
        draft: Draft = await self._call("get", media_id)
        return draft

    async def list(self, count: int = 20, /) -> list[ListedDraft]:
        """As `Client.list`."""
        listed: list[ListedDraft] = await self._call("list", count)
        return listed

    async def add(self, articles: Iterable[Any] | Payload, /) -> Added:
        """As `Client.add`."""
        added: Added = await self._call("add", articles)
        return added

    async def edit(
        self,
        media_id: str,
        index: int,
        change: dict[str, Any] | Callable[[NewsArticle | NewsPicArticle], Any],
        /,
    ) -> Edited:
        """As `Client.edit`; a function that changes the article is called in another
        thread."""
        edited: Edited = await self._call("edit", media_id, index, change)
        return edited

    async def _call(self, name: str, *arguments: Any) -> Any:
        cancel = _core.Cancel()
        method = getattr(self._client._cancelled_by(cancel), name)
        if self._threads is None:
            self._threads = ThreadPoolExecutor(MAX_AT_ONCE, "weixin-draft")
        loop = asyncio.get_running_loop()
        try:
            return await loop.run_in_executor(self._threads, method, *arguments)
        except asyncio.CancelledError:
            cancel.cancel()
            raise

    def close(self) -> None:
        """Closes the connections and gives up calls that wait; later calls raise
        ValueError."""
        self._client.close()
        if self._threads is not None:
            self._threads.shutdown(wait=False, cancel_futures=True)

    async def __aenter__(self) -> AsyncClient:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def __repr__(self) -> str:
        # Without a client yet where a traceback shows a call that went wrong.
        client = getattr(self, "_client", None)
        return repr(client).replace("<Client ", "<AsyncClient ", 1) if client else "<AsyncClient>"


AsyncClient.__module__ = "weixin_draft"
