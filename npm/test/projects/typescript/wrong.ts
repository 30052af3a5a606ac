import { check, type DraftUpdate } from "weixin-draft";

// @ts-expect-error a picture message needs its pictures
export const request: DraftUpdate = { media_id: "M", index: 0, articles: { article_type: "newspic", title: "T", content: "x" } };
// @ts-expect-error there is no such level
check(request, { levels: { anchor_link: "fatal" } });
// @ts-expect-error nothing is no request
check(undefined);
