"""What schemathesis does besides its own checks.

It gives the sandbox's account, token and drafts to requests that have any, and the
first bytes of a picture to uploads, looks at every answer's code, and writes each exchange as one line of JSON to the file
that `WEIXIN_DRAFT_EXCHANGES` names, for `agree.py`.
"""

from __future__ import annotations

import json
import os
from pathlib import Path

import schemathesis

TABLE = Path(__file__).parents[2] / "schema" / "errcodes.json"
KNOWN = {entry["code"] for entry in json.loads(TABLE.read_text(encoding="utf-8"))["errcodes"]}

DRAFTS = {"SANDBOX_NEWS": 2, "SANDBOX_NEWSPIC": 1}
"""The drafts that the sandbox starts with, and how many articles each has."""


ACCOUNT = {"appid": "SANDBOX_APPID", "secret": "SANDBOX_SECRET", "force_refresh": False}
"""A token that is forced would end the one that all others use."""

PNG = b"\x89PNG\r\n\x1a\n"


@schemathesis.hook
def map_query(context, query):
    """No generator guesses a token."""
    if query and isinstance(query.get("access_token"), str) and query["access_token"]:
        query["access_token"] = "SANDBOX_TOKEN"
    return query


@schemathesis.hook
def map_body(context, body):
    """Nor a draft's id, or a place in it."""
    if isinstance(body, dict) and isinstance(body.get("articles"), dict):
        newspic = body["articles"].get("article_type") == "newspic"
        draft = "SANDBOX_NEWSPIC" if newspic else "SANDBOX_NEWS"
        if isinstance(body.get("media_id"), str) and body["media_id"]:
            body["media_id"] = draft
        if type(body.get("index")) is int and 0 <= body["index"] < 2**32:
            body["index"] %= DRAFTS[draft]
    return body


@schemathesis.hook
def before_call(context, case, kwargs):
    """Nor an account, or the bytes of a picture."""
    body = case.body
    if not isinstance(body, dict):
        return
    for name, value in ACCOUNT.items():
        if type(body.get(name)) is type(value):
            body[name] = value
    if isinstance(body.get("media"), (str, bytes)):
        body["media"] = PNG
    if "articles" not in body and isinstance(body.get("media_id"), str) and body["media_id"]:
        is_material = case.operation.path.endswith("get_material")
        body["media_id"] = "SANDBOX_PICTURE_1" if is_material else "SANDBOX_NEWS"


@schemathesis.check
def answers_as_documented(context, response, case):
    """HTTP 200 and a code that the document lists, whatever was sent."""
    assert response.status_code == 200, f"status {response.status_code}"
    is_picture = response.headers["content-type"][0].startswith("image/")
    answer = {} if is_picture else json.loads(response.content)
    errcode = answer.get("errcode", 0)
    body = response.request.body
    exchange = {
        "method": case.method,
        "path": case.operation.path,
        "token": "access_token=SANDBOX_TOKEN" in (response.request.url or ""),
        "body": body.decode("utf-8", "replace") if isinstance(body, bytes) else body,
        "errcode": errcode,
    }
    with open(os.environ["WEIXIN_DRAFT_EXCHANGES"], "a", encoding="utf-8") as file:
        file.write(json.dumps(exchange) + "\n")
    assert errcode in KNOWN, f"errcode {errcode} is not in the document"
