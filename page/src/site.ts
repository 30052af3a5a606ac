/** The page as a static site: the module judges in the browser. */

import { check, checkContent, convertNewsItem, init } from "weixin-draft";
import mistakes from "../../examples/mistakes.json";
import news from "../../examples/news.json";
import newspic from "../../examples/newspic.json";
import { byId } from "./element.js";
import type { Engine } from "./engine.js";
import { Page } from "./page.js";

const engine: Engine = {
  check: async (request, settings, layout) => check(request, settings, layout),
  checkContent: async (html, settings, layout) => checkContent(html, settings, "news", layout),
  convert: async (item, settings) => convertNewsItem(item, settings.lang),
};

await init(new URL("weixin_draft.wasm", document.baseURI));
const page = new Page(engine, {});
byId("example-part").hidden = false;
for (const [id, text] of Object.entries({ news, newspic, mistakes })) {
  byId(`example-${id}`).addEventListener("click", () => void page.setText(text, true));
}
await page.setText(news, false);
