// What a program does with the generated types; it only has to compile.
import type { components, operations } from "./.build/api.js";

type DraftUpdate = components["schemas"]["DraftUpdate"];
type Answer = operations["draftUpdate"]["responses"]["200"]["content"]["application/json"];
type Query = operations["draftUpdate"]["parameters"]["query"];

export const news: DraftUpdate = {
  media_id: "MEDIA_ID",
  index: 0,
  articles: { article_type: "news", title: "春季菜单", content: "<p>周一起供应。</p>", need_open_comment: 1 },
};

export const newspic: DraftUpdate = {
  media_id: "MEDIA_ID",
  index: 0,
  articles: {
    article_type: "newspic",
    title: "市集一角",
    content: "第一行",
    image_info: { image_list: [{ image_media_id: "IMAGE_ID" }] },
  },
};

// The discriminator tells the types apart.
export function imagesOf({ articles }: DraftUpdate): number {
  return articles.article_type === "newspic" ? articles.image_info.image_list.length : 0;
}

export async function update(draft: DraftUpdate, query: Query): Promise<Answer> {
  const address = `https://api.weixin.qq.com/cgi-bin/draft/update?${new URLSearchParams(query)}`;
  const response = await fetch(address, { method: "POST", body: JSON.stringify(draft) });
  const answer = (await response.json()) as Answer;
  return answer.errcode === 0 ? answer : Promise.reject(new Error(answer.errmsg));
}

type Item = components["schemas"]["Draft"]["news_item"][number];
type Got = operations["draftGet"]["responses"]["200"]["content"]["application/json"];

export const firstOf = (got: Got): Item | undefined => ("news_item" in got ? got.news_item[0] : undefined);

export const added: components["schemas"]["AddRequest"] = {
  articles: [{ article_type: "news", title: "春季菜单", content: "<p>周一起供应。</p>", thumb_media_id: "COVER_ID" }],
};

// What must not compile.
// @ts-expect-error a new draft has a cover
added.articles = [{ article_type: "news", title: "T", content: "x" }];
// @ts-expect-error a picture message has images
newspic.articles = { article_type: "newspic", title: "T", content: "x" };
// @ts-expect-error news have no images
newspic.articles = { article_type: "news", title: "T", content: "x", image_info: { image_list: [] } };
// @ts-expect-error 0 or 1
news.articles.need_open_comment = 2;
// @ts-expect-error no such type
news.articles.article_type = "video";
// @ts-expect-error null is not absent
news.articles.author = null;
