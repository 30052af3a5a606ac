"""What type checkers must accept."""

from collections import OrderedDict
from pathlib import Path

from typing_extensions import assert_type

import weixin_draft as wd
from weixin_draft.payloads import DraftUpdatePayload
from weixin_draft.testing import Sandbox

payload: DraftUpdatePayload = {
    "media_id": "M",
    "index": 0,
    "articles": {"title": "T", "content": "x", "need_open_comment": 1},
}
assert_type(wd.check(payload), wd.Report)
for anything in (b"{}", bytearray(b"{}"), memoryview(b"{}"), "{}", OrderedDict[str, object]()):
    wd.check(anything)
assert_type(wd.check(b"{}", levels={"external_image": "warning"}, lang="zh").ok, bool)
assert_type(wd.check(b"{}").errors, list[wd.Violation])

draft = wd.validate(payload)
assert_type(draft, wd.DraftUpdate)
match draft.articles:
    case wd.NewsPicArticle(image_info=images):
        assert_type(images, wd.ImageInfo)
    case wd.NewsArticle(title=title):
        assert_type(title, str)
assert_type(draft.replace(index=1), wd.DraftUpdate)
assert_type(wd.NewsPicArticle(title="T", content="x", image_info=["I"]).image_info, wd.ImageInfo)

with Sandbox() as sandbox, wd.Client(lambda: "T", base_url=sandbox.base_url) as client:
    assert_type(client.update(draft), wd.Response)
    sandbox.fail_next("errcode", errcode=45009)

try:
    wd.Client("T").update(payload)
except wd.ApiError as error:
    assert_type(error.rid, str | None)
except wd.TransportError as error:
    assert_type(error.status, int | None)
except wd.InvalidDraftError as error:
    assert_type(error.report, wd.Report)

for line, report in wd.check_ndjson(Path("requests.ndjson")):
    assert_type(line, int)
    assert_type(report, wd.Report)
assert_type(wd.ERRCODES[40007].meaning.zh, str)
