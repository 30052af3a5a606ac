// What the generated types refuse while you write. An unused `@ts-expect-error` is itself an error.
import type { DraftUpdate, NewsArticle } from "./generated/request.js";

const article: NewsArticle = { title: "春季菜单", content: "<p>周一开始供应。</p>" };

// @ts-expect-error: no index
export const missing: DraftUpdate = { media_id: "MEDIA_ID", articles: article };
// @ts-expect-error: articles is one object
export const list: DraftUpdate = { media_id: "MEDIA_ID", index: 0, articles: [article] };
// @ts-expect-error: a flag is 0 or 1
export const flag: NewsArticle = { ...article, need_open_comment: true };
// @ts-expect-error: a picture message needs image_info
export const pictures: DraftUpdate = { media_id: "MEDIA_ID", index: 0, articles: { ...article, article_type: "newspic" } };
// @ts-expect-error: misspelt
export const misspelt: NewsArticle = { ...article, autor: "厨房" };
// @ts-expect-error: absent is absent, not undefined (exactOptionalPropertyTypes)
export const absent: NewsArticle = { ...article, author: undefined };
