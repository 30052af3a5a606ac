/** The right side: the article, its cards, and what readers do not get. */

import { byId, element } from "../element.js";
import { imageIds, showNews, showNewspic } from "../preview/article.js";
import { cropsOf, makeCards, makeCropPicture } from "../preview/cards.js";
import { Drops } from "../preview/drop.js";
import { makeFrame } from "../preview/frame.js";
import { type RawArticle, textOf } from "../source.js";
import type { Words } from "../words.js";

/** What a person chose on the right side. */
export interface View {
  width: 375 | 677;
  dark: boolean;
  pictures: boolean;
  cover: string | undefined;
  images: string[];
  own?: string | undefined;
  /** Finds the picture of a media id. */
  material?: (mediaId: string) => Promise<string | undefined>;
}

export class ReaderPanel {
  #frame: HTMLIFrameElement | undefined;

  /** Shows an article, or says that there is none. */
  async show(article: RawArticle | undefined, view: View, words: Words, imageHosts: string[], leftOut: string[]): Promise<void> {
    byId("stage").className = `${view.width === 375 ? "phone" : "window"} ${view.dark ? "dark" : "light"}`;
    byId("dark-note").hidden = !view.dark;
    byId("no-article").hidden = article !== undefined;
    byId("stage").hidden = article === undefined;
    byId("card-part").hidden = article === undefined || textOf(article, "title") === "" && !("article_type" in article);
    const drops = new Drops(words);
    for (const path of leftOut) drops.add(words.droppedField(path));
    if (article) {
      const isNewspic = textOf(article, "article_type") === "newspic";
      const find = async (id: string) => (id ? await view.material?.(id) : undefined);
      const images = isNewspic && view.images.length === 0 ? await Promise.all(imageIds(article).map(find)) : view.images;
      const cover = isNewspic ? images[0] : (view.cover ?? (await find(textOf(article, "thumb_media_id"))));
      const frame = this.#makeFrame(words);
      const hasPictures = isNewspic
        ? (await showNewspic(frame, article, view, drops, images), false)
        : await showNews(frame, article, view, drops, imageHosts);
      byId("load-part").hidden = !hasPictures || view.pictures;
      byId("choose-cover-part").hidden = isNewspic;
      byId("choose-images-part").hidden = !isNewspic;
      showCards(article, cover, words);
    }
    showDrops(drops, words);
  }

  /** A fresh frame each time, so that nothing of an earlier article is left. */
  #makeFrame(words: Words): HTMLIFrameElement {
    const frame = makeFrame(words.articleFrame);
    frame.id = "article-frame";
    if (this.#frame) this.#frame.replaceWith(frame);
    else byId("stage").append(frame);
    this.#frame = frame;
    return frame;
  }
}

function showCards(article: RawArticle, cover: string | undefined, words: Words): void {
  byId("cards").replaceChildren(makeCards(article, cover, words));
  const hasCrops = cover !== undefined && cropsOf(article).size > 0;
  byId("crop-part").hidden = !hasCrops;
  byId("crops").replaceChildren(...(hasCrops ? [makeCropPicture(article, cover, words)] : []));
}

function showDrops(drops: Drops, words: Words): void {
  const entries = [...drops.reasons].map(([reason, count]) => element("li", {}, count > 1 ? reason + words.times(count) : reason));
  byId("dropped").replaceChildren(...(entries.length > 0 ? entries : [element("li", { class: "quiet" }, words.droppedNothing)]));
}
