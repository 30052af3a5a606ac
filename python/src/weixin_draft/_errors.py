"""The exceptions."""

from __future__ import annotations

from . import _core

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal

    from ._core import ErrorCode, Report


class Error(Exception):
    """What all exceptions of this package have in common."""


class InvalidDraftError(Error, ValueError):
    """The request breaks rules; nothing was sent.

    Attributes:
        report: every violation.
    """

    report: Report

    def __init__(self, report: Report) -> None:
        super().__init__(report)
        self.report = report

    def __str__(self) -> str:
        if self.report.lang == "zh":
            return f"请求有错误，请改正：\n{self.report}"
        return f"the draft has errors; correct them:\n{self.report}"


class ApiError(Error):
    """The server read the request and refused it.

    Attributes:
        errcode: the server's number; never 0. Unknown numbers are kept as they are.
        errmsg: the server's own words.
        rid: the number of the request in the vendor's logs, for its support.
        lang: the language of `meaning` and `action`, "en" or "zh".
    """

    errcode: int
    errmsg: str
    rid: str | None
    lang: Literal["en", "zh"]

    def __init__(
        self,
        errcode: int,
        errmsg: str,
        rid: str | None = None,
        lang: Literal["en", "zh"] = "en",
    ) -> None:
        super().__init__(errcode, errmsg, rid, lang)
        self.errcode = errcode
        self.errmsg = errmsg
        self.rid = rid
        self.lang = lang

    @property
    def meaning(self) -> str | None:
        """What the number stands for; None for one that is not in the table."""
        entry = self._entry()
        return entry and getattr(entry.meaning, self.lang)

    @property
    def action(self) -> str | None:
        """What to do next; None for a number that is not in the table."""
        entry = self._entry()
        return entry and getattr(entry.action, self.lang)

    @property
    def reaction(self) -> str | None:
        """What kind of reaction it calls for: "retry", "token", "authorise",
        "caller", "quota" or "account"; None for a number that is not in the table."""
        entry = self._entry()
        return entry and entry.reaction

    def _entry(self) -> ErrorCode | None:
        return _core.errcode(self.errcode)

    def __str__(self) -> str:
        errmsg = _core.readable_errmsg(self.errmsg)
        if self.lang == "zh":
            text, colon, space = f"服务器拒绝了更新，errcode {self.errcode}，「{errmsg}」", "：", ""
        else:
            text = f'the server refused the update with errcode {self.errcode}, "{errmsg}"'
            colon, space = ": ", " "
        if self.meaning is None:
            return f"{text}{colon}{_core.unknown_errcode(self.lang)}"
        return f"{text}{colon}{self.meaning}{space}{self.action}"


class TransportError(Error):
    """The server was not reached, or its answer not understood.

    Whether the draft was updated is open, unless the connection never came
    about. Sending the same update again is safe.

    Attributes:
        kind: "timeout", "connect", "tls", "status" or "bad_answer".
        status: the HTTP status, if an answer began to arrive.
        message: what happened and what to do, in the language of the client's checker.
    """

    kind: str
    status: int | None
    message: str

    def __init__(self, kind: str, status: int | None = None, message: str = "") -> None:
        super().__init__(kind, status, message)
        self.kind = kind
        self.status = status
        self.message = message

    def __str__(self) -> str:
        return self.message or f"no proper answer: {self.kind}"


for _class in (Error, InvalidDraftError, ApiError, TransportError):
    _class.__module__ = "weixin_draft"
del _class
