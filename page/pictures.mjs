// Takes the pictures of the documentation: `npm run pictures`, after `npm run build`.

import { readFileSync } from "node:fs";
import { launch, open, paste, serve, settled } from "./test/browser.mjs";

const folder = new URL("../docs/pictures/", import.meta.url).pathname;
const request = JSON.parse(readFileSync(new URL("../examples/news.json", import.meta.url), "utf8"));
request.index = "0";
request.articles.content = request.articles.content.replace("</p>", '<a href="#menu">菜单</a><img src="https://cdn.example.cn/menu.png"></p>');
request.articles.pic_crop_1_1 = "0.222222_0_0.777778_1";
const cover = `<svg xmlns="http://www.w3.org/2000/svg" width="900" height="500"><defs><linearGradient id="g" x2="1" y2="1">
  <stop stop-color="#dfe9c9"/><stop offset="1" stop-color="#7fae7a"/></linearGradient></defs><rect width="900" height="500" fill="url(#g)"/>
  <circle cx="330" cy="270" r="120" fill="#5d8f56"/><circle cx="470" cy="300" r="120" fill="#74a466"/><circle cx="610" cy="270" r="120" fill="#4f7f4b"/></svg>`;

const [browser, site] = [await launch(), await serve()];
for (const [name, locale] of [["preview.png", "en-GB"], ["preview.zh-CN.png", "zh-CN"]]) {
  const { page, close } = await open(browser, site.address, { locale, viewport: { width: 1440, height: 960 } });
  await paste(page, JSON.stringify(request, null, 2));
  await page.setInputFiles("#cover", { name: "cover.svg", mimeType: "image/svg+xml", buffer: Buffer.from(cover) });
  await page.waitForSelector("#crops img");
  await settled(page);
  await page.locator("#text").evaluate((area) => {
    area.blur();
    area.scrollTop = 0;
  });
  await page.screenshot({ path: folder + name });
  await close();
}
await browser.close();
site.close();
