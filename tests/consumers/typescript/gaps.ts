// What the generated types let through, so that the page's list of gaps stays true: all of this compiles.
import type { DraftUpdate } from "./generated/request.js";
import { problems } from "./check.js";

const article = { title: "春季菜单", content: "<p>周一开始供应。</p>" };
const both = { ...article, image_info: { image_list: [{ image_media_id: "A1" }] } };
const crops = [{ ratio: "1_1" as const, x1: "0", y1: "0", x2: "1.5", y2: "1" }];
const images = Array.from({ length: 21 }, () => ({ image_media_id: "A1" }));

const gaps: Record<string, DraftUpdate> = {
  "an empty title": { media_id: "MEDIA_ID", index: 0, articles: { ...article, title: "" } },
  "an index below zero": { media_id: "MEDIA_ID", index: -1, articles: article },
  "a coordinate above one": { media_id: "MEDIA_ID", index: 0, articles: { ...article, cover_info: { crop_percent_list: crops } } },
  "too many images": { media_id: "MEDIA_ID", index: 0, articles: { ...article, article_type: "newspic", image_info: { image_list: images } } },
  "images on a news article, by a variable": { media_id: "MEDIA_ID", index: 0, articles: both },
};
for (const [name, request] of Object.entries(gaps)) {
  if (problems(request).length === 0) throw new Error(`the validator should refuse: ${name}`);
}
if (JSON.parse('{"a":1,"a":2}').a !== 2) throw new Error("JSON.parse no longer takes the last of two members");
