"""Every line that ends in `# wrong` is a mistake that type checkers must find."""

import weixin_draft as wd
from weixin_draft.payloads import DraftUpdatePayload, NewsPicArticlePayload
from weixin_draft.testing import Sandbox

wd.check(5)  # wrong
wd.check(b"{}", levels={"external_image": "loud"})  # wrong
wd.check(b"{}", lang="fr")  # wrong
wd.check(b"{}", image_hosts=5)  # wrong
wd.check(b"{}").errors[0].level = "error"  # wrong
wd.check(b"{}").is_ok()  # wrong

article = wd.NewsArticle(titel="T", content="x")  # wrong
article = wd.NewsArticle(title=5, content="x")  # wrong
article = wd.NewsArticle(title="T", content="x", need_open_comment=2)  # wrong
article = wd.NewsArticle(title="T", content="x", image_info=["I"])  # wrong
article.title = "other"  # wrong
pictures = wd.NewsPicArticle(title="T", content="x")  # wrong
pictures = wd.NewsPicArticle(title="T", content="x", image_info=[5])  # wrong
draft = wd.DraftUpdate(media_id="M", index="0", articles=article)  # wrong
draft = wd.DraftUpdate(media_id="M", index=0, articles={"title": "T"})  # wrong
wd.CropBox.fit(1, 2, "4_3")  # wrong
text: str = wd.validate(b"{}").to_json()  # wrong

client = wd.Client(5)  # wrong
client = wd.Client("T", timeout="10")  # wrong
client.update(5)  # wrong
code: str = client.update(draft).errcode  # wrong
wd.ERRCODES["40007"]  # wrong
wd.RULES["external_image"] = wd.RULES["anchor_link"]  # wrong
wd.json_schema("reply")  # wrong
wd.check_ndjson(5)  # wrong

payload: DraftUpdatePayload = {"media_id": "M", "index": 0}  # wrong
unknown: DraftUpdatePayload = {"media_id": "M", "index": 0, "articles": {"titel": "T"}}  # wrong
pictures_payload: NewsPicArticlePayload = {"title": "T", "content": "x"}  # wrong

Sandbox().fail_next("boom")  # wrong
