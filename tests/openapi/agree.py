"""Compares three verdicts on every request of a run: the document's, the checker's, the sandbox's.

    python agree.py EXCHANGES COMMAND

EXCHANGES is what `hooks.py` wrote, COMMAND the program `weixin-draft`.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator

SCHEMA = Path(__file__).parents[2] / "schema"

UPDATE = "/cgi-bin/draft/update"

SHAPE = {40097, 41006, 43002, 44002, 44003, 47001}
"""The answers that say: this is no request."""

OF_THE_DRAFT = {40007, 40114}
"""What the server knows of its drafts and the checker does not."""

TOO_WIDE = {41039, 45003, 45004, 45110}
"""What the server refuses for some callers and the checker only warns of: lengths, and addresses nobody else reaches."""

UNREAD = {"unknown_field", "field_not_for_type", "invalid_media_id"}
"""Errors on what the sandbox skips: fields that a server drops, and ids of pictures, of which it has none."""

PARTLY = {"empty_value"}
"""The schema says no more of it than that a text is not empty; white space is for the checker."""

WITHOUT_EFFECT = {"digest", "content_source_url", "thumb_media_id", "pic_crop_235_1", "pic_crop_1_1"}
"""Fields that the server does not read on picture messages."""


def load(name: str) -> Any:
    return json.loads((SCHEMA / name).read_text(encoding="utf-8"))


def reports(bodies: list[str], command: str) -> list[Any]:
    """The checker's report on every body, none of which has a line break."""
    arguments = [command, "check", "--no-config", "--ndjson", "--format", "json", "-"]
    lines = "".join(f"{body}\n" for body in bodies).encode()
    result = subprocess.run(arguments, input=lines, capture_output=True, check=False)
    return [json.loads(line) for line in result.stdout.splitlines()]


def read_by_server(violation: Any, body: Any) -> bool:
    if violation["code"] in UNREAD:
        return False
    field = violation["path"].removeprefix("/articles/")
    return not (body["articles"].get("article_type") == "newspic" and field in WITHOUT_EFFECT)


def untyped(body: Any) -> bool:
    """Only here the document asks for more than the checker: news have to name their type."""
    return isinstance(body, dict) and isinstance(body.get("articles"), dict) and "article_type" not in body["articles"]


def disagreements(exchange: Any, report: Any, validator: Draft202012Validator, in_schema: dict[str, str]):
    try:
        body = json.loads(exchange["body"])
    except ValueError:
        body = None
    documented = body is not None and validator.is_valid(body)
    errors = [violation for violation in report["violations"] if violation["level"] == "error"]
    said = [error["code"] for error in errors if in_schema[error["code"]] == "yes" and error["code"] not in PARTLY]
    # The sandbox counts escapes as they are spelt, as the vendor does; the library sends none.
    escaped = "\\u" in exchange["body"]
    if documented and said:
        yield f"the document takes it, the checker does not: {said}"
    if body is not None and not documented and not errors and not untyped(body):
        yield "the checker takes it, the document does not"
    errcode = exchange["errcode"]
    if documented and errcode in SHAPE:
        yield f"the document takes it, the sandbox does not: {errcode}"
    if not errors and not escaped and errcode != 0 and errcode not in OF_THE_DRAFT | TOO_WIDE:
        yield f"the checker takes it, the sandbox does not: {errcode}"
    if errcode == 0:
        seen = {error["code"] for error in errors if body is None or read_by_server(error, body)}
        if seen - (PARTLY if escaped else set()):
            yield f"the sandbox takes it, the checker does not: {sorted(seen)}"


def of_other_endpoints(exchanges: list[Any], document: Any):
    """Where document and sandbox disagree on the JSON of endpoints that no checker knows."""
    for path, item in document["paths"].items():
        body = item["post"]["requestBody"]["content"].get("application/json")
        own = [exchange for exchange in exchanges if exchange["path"] == path and exchange["method"] == "POST"]
        taken = sum(exchange["errcode"] == 0 for exchange in own)
        print(f"{path}: {len(own)} requests, {taken} taken by the sandbox")
        if taken == 0:
            yield path, "the sandbox takes none", ""
        if body is None or path == UPDATE:
            continue
        validator = Draft202012Validator({**body["schema"], "components": document["components"]})
        for exchange in own:
            try:
                documented = validator.is_valid(json.loads(exchange["body"]))
            except (TypeError, ValueError):
                documented = False
            if documented and exchange["errcode"] in SHAPE:
                yield path, f"the document takes it, the sandbox does not: {exchange['errcode']}", exchange["body"]


def main(path: str, command: str) -> int:
    exchanges = [json.loads(line) for line in Path(path).read_text(encoding="utf-8").splitlines()]
    document = load("openapi.json")
    judged = [
        exchange
        for exchange in exchanges
        if exchange["path"] == UPDATE and exchange["method"] == "POST" and exchange["token"] and exchange["body"] and "\n" not in exchange["body"]
    ]
    schema = {"$ref": "#/components/schemas/DraftUpdate", "components": document["components"]}
    validator = Draft202012Validator(schema)
    in_schema = {rule["code"]: rule["in_schema"] for rule in load("rules.json")["rules"]}
    found = reports([exchange["body"] for exchange in judged], command)
    assert len(found) == len(judged), "one report a request"
    wrong = 0
    for place, disagreement, text in of_other_endpoints(exchanges, document):
        wrong += 1
        print(f"{place}: {disagreement}\n  {text[:600]}")
    for exchange, report in zip(judged, found):
        for disagreement in disagreements(exchange, report, validator, in_schema):
            wrong += 1
            print(f"{disagreement}\n  {exchange['body'][:600]}")
    taken = Counter(exchange["errcode"] for exchange in judged)
    print(f"{len(judged)} of {len(exchanges)} requests judged, {taken[0]} taken by the sandbox, {wrong} disagreements")
    return 1 if wrong or taken[0] < 20 or len(judged) < 100 else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
