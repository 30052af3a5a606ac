/** How an article looks before it is opened, and the crops on its cover. */

import { element } from "../element.js";
import { type RawArticle, asObject, textOf } from "../source.js";
import type { Words } from "../words.js";

/** The part of a picture: left, top, right, bottom, each from 0 to 1. */
export type Crop = [x1: number, y1: number, x2: number, y2: number];

const WHOLE: Crop = [0, 0, 1, 1];

/** The crops of an article by their ratio, as far as they can be read. */
export function cropsOf(article: RawArticle): Map<"2.35_1" | "1_1", Crop> {
  const crops = new Map<"2.35_1" | "1_1", Crop>();
  const list = asObject(article.cover_info)?.crop_percent_list;
  for (const entry of Array.isArray(list) ? list : []) {
    const { ratio, x1, y1, x2, y2 } = asObject(entry) ?? {};
    if (ratio === "2.35_1" || ratio === "1_1") add(crops, ratio, [x1, y1, x2, y2]);
  }
  add(crops, "2.35_1", textOf(article, "pic_crop_235_1").split("_"));
  add(crops, "1_1", textOf(article, "pic_crop_1_1").split("_"));
  return crops;
}

function add(crops: Map<string, Crop>, ratio: string, parts: unknown[]): void {
  const [x1, y1, x2, y2] = parts.map(Number);
  if (parts.length !== 4 || x1 === undefined || y1 === undefined || x2 === undefined || y2 === undefined) return;
  if (0 <= x1 && x1 < x2 && x2 <= 1 && 0 <= y1 && y1 < y2 && y2 <= 1) crops.set(ratio, [x1, y1, x2, y2]);
}

/** The card in the feed and the one in a chat. */
export function makeCards(article: RawArticle, cover: string | undefined, words: Words): HTMLElement {
  const title = textOf(article, "title") || words.untitled;
  const crops = cropsOf(article);
  const feed = element("figure", { class: "card feed" },
    picture(cover, crops.get("2.35_1") ?? WHOLE, words), element("p", { class: "card-title" }, title),
    element("figcaption", {}, words.cardFeed));
  const share = element("figure", { class: "card share" },
    element("div", { class: "card-text" }, element("p", { class: "card-title" }, title),
      element("p", { class: "card-digest" }, digestOf(article))),
    picture(cover, crops.get("1_1") ?? WHOLE, words), element("figcaption", {}, words.cardShare));
  return element("div", { class: "cards" }, feed, share);
}

/** The digest, or what the server takes for it: the first 54 characters of the text. */
function digestOf(article: RawArticle): string {
  const digest = textOf(article, "digest");
  if (digest) return digest;
  const { body } = new DOMParser().parseFromString(textOf(article, "content"), "text/html");
  for (const unseen of body.querySelectorAll("script, style")) unseen.remove();
  return [...(body.textContent ?? "").replace(/\s+/g, " ").trim()].slice(0, 54).join("");
}

/** The part of the cover that a crop leaves, cut out by scaling it within its frame. */
function picture(cover: string | undefined, [x1, y1, x2, y2]: Crop, words: Words): HTMLElement {
  if (!cover) return element("div", { class: "card-picture none" }, words.noCover);
  const image = element("img", { src: cover, alt: "" });
  const [width, height] = [x2 - x1, y2 - y1];
  image.style.width = `${100 / width}%`;
  image.style.height = `${100 / height}%`;
  image.style.left = `${(-x1 / width) * 100}%`;
  image.style.top = `${(-y1 / height) * 100}%`;
  return element("div", { class: "card-picture" }, image);
}

/** The cover with a frame for each crop. */
export function makeCropPicture(article: RawArticle, cover: string, words: Words): HTMLElement {
  const frames = [...cropsOf(article)].map(([ratio, [x1, y1, x2, y2]]) => {
    const frame = element("span", { class: `crop crop-${ratio === "1_1" ? "square" : "wide"}` }, ratio.replace("_", ":"));
    frame.style.left = `${x1 * 100}%`;
    frame.style.top = `${y1 * 100}%`;
    frame.style.width = `${(x2 - x1) * 100}%`;
    frame.style.height = `${(y2 - y1) * 100}%`;
    return frame;
  });
  return element("div", { class: "crops" }, element("img", { src: cover, alt: words.coverAlt }), ...frames);
}
