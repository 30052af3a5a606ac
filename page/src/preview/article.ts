/** The article in its frame: title, byline and content. */

import { element } from "../element.js";
import type { RawArticle } from "../source.js";
import { textOf } from "../source.js";
import type { Words } from "../words.js";
import type { Drops } from "./drop.js";
import { groundStyle, isOwn, type Look, placePictures, show } from "./frame.js";
import { readersVersion } from "./reader.js";

/** Shows a news article; returns whether it has pictures that could be loaded after a click. */
export async function showNews(
  frame: HTMLIFrameElement,
  article: RawArticle,
  look: Look,
  drops: Drops,
  imageHosts: string[],
): Promise<boolean> {
  const content = readersVersion(textOf(article, "content"), drops, imageHosts, look.own);
  const pictures = [...content.querySelectorAll<HTMLElement>("[data-picture]")];
  const hasPictures = pictures.some((picture) => !isOwn(picture.dataset.picture ?? "", look.own));
  placePictures(content, look, drops.words);
  content.prepend(...heading(article, drops.words));
  await show(frame, content, groundStyle(look.dark), look);
  return hasPictures;
}

/** Shows a picture message: a row of pictures to swipe through, and the text below. */
export async function showNewspic(
  frame: HTMLIFrameElement,
  article: RawArticle,
  look: Look,
  drops: Drops,
  pictures: (string | undefined)[],
): Promise<void> {
  const ids = imageIds(article);
  const row = element("div", { class: "wd-row", tabindex: 0, role: "group", "aria-label": drops.words.articleFrame });
  for (const [index, id] of ids.entries()) {
    const label = drops.words.picture(index + 1, ids.length);
    const address = pictures[index];
    const inside = address ? element("img", { src: address, alt: label }) : element("span", { title: id }, label);
    row.append(element("figure", {}, inside, element("figcaption", { "aria-hidden": "true" }, `${index + 1}/${ids.length}`)));
  }
  const content = document.createDocumentFragment();
  content.append(row);
  content.append(...heading(article, drops.words));
  const text = readersVersion(textOf(article, "content"), drops, []);
  const body = element("div", { class: "wd-text" });
  body.append(text);
  content.append(body);
  await show(frame, content, groundStyle(look.dark) + ROW_STYLE);
}

/** The ids of a picture message's pictures, as far as they are text. */
export function imageIds(article: RawArticle): string[] {
  const info = article.image_info as { image_list?: { image_media_id?: unknown }[] } | undefined;
  const list = Array.isArray(info?.image_list) ? info.image_list : [];
  return list.map((image) => String(image?.image_media_id ?? ""));
}

function heading(article: RawArticle, words: Words): HTMLElement[] {
  const title = element("h1", { class: "wd-title" }, textOf(article, "title") || words.untitled);
  const byline = element("p", { class: "wd-byline" }, textOf(article, "author") || words.nobody);
  return [title, byline];
}

const ROW_STYLE = `
  .wd-row { display: flex; overflow-x: auto; scroll-snap-type: x mandatory; margin: -20px -16px 20px; max-width: none; scrollbar-width: thin; }
  .wd-row figure { position: relative; flex: 0 0 100%; margin: 0; aspect-ratio: 3 / 4; scroll-snap-align: center; background: #8882;
    display: grid; place-items: center; }
  .wd-row img { width: 100%; height: 100%; object-fit: contain; }
  .wd-row figcaption { position: absolute; top: 12px; right: 12px; background: #000a; color: #fff; border-radius: 12px;
    padding: 2px 10px; font-size: 13px; }
  .wd-text { white-space: pre-wrap; }`;
