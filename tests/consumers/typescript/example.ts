import type { DraftUpdate } from "./generated/request.js";
import { problems } from "./check.js";

const request: DraftUpdate = {
  media_id: "MEDIA_ID",
  index: 0,
  articles: {
    article_type: "newspic",
    title: "春季菜单",
    content: "周一开始供应。",
    image_info: { image_list: [{ image_media_id: "IMAGE_MEDIA_ID" }] },
  },
};
console.log(problems(request).length === 0 ? JSON.stringify(request) : problems(request));
