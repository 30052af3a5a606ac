"""Tries the server that fastapi-code-generator wrote: it starts, describes itself and judges bodies.

    python generated_server.py CASES

CASES holds vectors, one a line: `text`, and `valid` for the schema's verdict.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE / ".build"))

from pydantic import ValidationError  # noqa: E402

from server.main import app  # noqa: E402
from server.models import DraftUpdate, NewsArticle, NewsPicArticle  # noqa: E402

DOCUMENT = json.loads((HERE.parents[1] / "schema" / "openapi.json").read_text(encoding="utf-8"))

NUMBERS = {"index", "need_open_comment", "only_fans_can_comment"}


def takes(body: object) -> bool:
    try:
        DraftUpdate.model_validate(body)
    except ValidationError:
        return False
    return True


def is_converted(value: object, name: str = "") -> bool:
    """Pydantic takes null for an absent field, and texts and truth values for numbers: these it judges otherwise."""
    if isinstance(value, dict):
        return any(is_converted(member, name) for name, member in value.items())
    if isinstance(value, list):
        return any(is_converted(item) for item in value)
    return value is None or (name in NUMBERS and isinstance(value, (str, bool)))


def main(cases: str) -> int:
    (operation,) = app.openapi()["paths"]["/cgi-bin/draft/update"].values()
    assert operation["parameters"][0]["name"] == "access_token"
    examples = DOCUMENT["paths"]["/cgi-bin/draft/update"]["post"]["requestBody"]["content"]["application/json"]["examples"]
    news, newspic = (DraftUpdate.model_validate(examples[name]["value"]).articles for name in ("news", "newspic"))
    assert isinstance(news, NewsArticle) and isinstance(newspic, NewsPicArticle)

    wrong = judged = 0
    for line in Path(cases).read_text(encoding="utf-8").splitlines():
        case = json.loads(line)
        body = json.loads(case["text"])
        if isinstance(body, dict) and isinstance(body.get("articles"), dict):
            body["articles"].setdefault("article_type", "news")
        if is_converted(body):
            continue
        judged += 1
        if takes(body) != case["valid"]:
            wrong += 1
            print(f"{case['name']}: the document says {case['valid']}: {case['text'][:300]}")
    print(f"{judged} vectors judged by the generated models, {wrong} wrong")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
