"""Shows the gaps that the page lists, so that the list stays true."""

import json
import math
from typing import Any

from check import problems
from generated.draft_update import DraftUpdate, NewsArticle

ARTICLE: dict[str, Any] = {"title": "春季菜单", "content": "<p>周一开始供应。</p>"}


def refused(request: Any) -> bool:
    return any(problems(request))


# The models take these; the validator does not.
for request in (
    {"media_id": "MEDIA_ID", "index": "0", "articles": ARTICLE},
    {"media_id": "MEDIA_ID", "index": True, "articles": ARTICLE},
    {"media_id": "MEDIA_ID", "index": 0, "articles": {**ARTICLE, "author": None}},
):
    DraftUpdate.model_validate(request)
    assert refused(request), request

# Without exclude_none the models write null for what is absent, and that is refused.
good = DraftUpdate(media_id="MEDIA_ID", index=0, articles=NewsArticle(**ARTICLE))
assert refused(json.loads(good.model_dump_json()))
assert not refused(json.loads(good.model_dump_json(exclude_none=True)))

# json.loads keeps the last of two members, and reads what is no JSON.
assert json.loads('{"index": 0, "index": 1}') == {"index": 1}
assert math.isnan(json.loads("NaN"))

print("gaps: as the page says")
