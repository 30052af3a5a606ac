"""What schemathesis does besides its own checks.

It gives the sandbox's token and drafts to requests that have any, looks at
every answer's code, and writes each exchange as one line of JSON to the file
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


@schemathesis.check
def answers_as_documented(context, response, case):
    """HTTP 200 and a code that the document lists, whatever was sent."""
    assert response.status_code == 200, f"status {response.status_code}"
    answer = json.loads(response.content)
    body = response.request.body
    exchange = {
        "method": case.method,
        "token": "access_token=SANDBOX_TOKEN" in (response.request.url or ""),
        "body": body.decode("utf-8", "replace") if isinstance(body, bytes) else body,
        "errcode": answer["errcode"],
    }
    with open(os.environ["WEIXIN_DRAFT_EXCHANGES"], "a", encoding="utf-8") as file:
        file.write(json.dumps(exchange) + "\n")
    assert answer["errcode"] in KNOWN, f"errcode {answer['errcode']} is not in the document"
