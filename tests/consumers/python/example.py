import json

from check import problems
from generated.draft_update import DraftUpdate, Image, ImageInfo, NewsPicArticle

request = DraftUpdate(
    media_id="MEDIA_ID",
    index=0,
    articles=NewsPicArticle(
        article_type="newspic",
        title="春季菜单",
        content="周一开始供应。",
        image_info=ImageInfo(image_list=[Image(image_media_id="IMAGE_MEDIA_ID")]),
    ),
)
body = request.model_dump_json(exclude_none=True)
assert not list(problems(json.loads(body)))
print(body)
