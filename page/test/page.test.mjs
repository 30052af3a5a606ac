// The page as a person uses it.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, describe, it } from "node:test";
import { launch, open, paste, serve, settled } from "./browser.mjs";

const AXE = readFileSync(new URL("../node_modules/axe-core/axe.min.js", import.meta.url), "utf8");
const example = (name) => readFileSync(new URL(`../../examples/${name}.json`, import.meta.url), "utf8");

describe("the page", () => {
  let browser, site, opened, page;
  before(async () => {
    [browser, site] = [await launch(), await serve()];
    opened = await open(browser, site.address);
    page = opened.page;
  });
  after(async () => {
    await browser?.close();
    site?.close();
  });

  const codes = () => page.$$eval(".finding .code", (found) => found.map((one) => one.textContent));
  const article = () => page.frameLocator("#article-frame");

  it("shows an example at the start, and loads nothing from elsewhere", async () => {
    assert.match(await page.textContent("#summary"), /^May be sent/);
    assert.match(await article().locator("h1").textContent(), /春季菜单/);
    assert.deepEqual(opened.requests.filter((address) => !/^(data|about|blob):/.test(address) && !address.startsWith(site.address)), []);
    assert.deepEqual(opened.problems, []);
  });

  it("lists findings, underlines them, and goes to their places by mouse and keyboard", async () => {
    await paste(page, example("mistakes"));
    assert.match(await page.textContent("#summary"), /^May not be sent · \d+ errors/);
    assert.ok((await codes()).includes("external_image"));
    const underlined = await page.evaluate(() => ["error", "warning"].map((level) => [...CSS.highlights.get(`finding-${level}`)].map(String)));
    assert.ok(underlined[0].includes('"titel"'), underlined[0].join());
    assert.ok(underlined[1].length > 0);
    const selected = () => page.$eval("#text", (area) => area.value.slice(area.selectionStart, area.selectionEnd));
    const place = page.locator(".finding:has-text('unknown_field') .place").first();
    await place.click();
    assert.equal(await selected(), '"titel"');
    await page.locator(".finding:has-text('external_image') .place").first().focus();
    await page.keyboard.press("Enter");
    assert.match(await selected(), /dragon-boat/);
  });

  it("shows a new text once", async () => {
    await page.evaluate(() => {
      globalThis.framesMade = 0;
      const count = (changes) => (globalThis.framesMade += changes.reduce((sum, { addedNodes }) => sum + addedNodes.length, 0));
      new MutationObserver(count).observe(document.querySelector("#stage"), { childList: true });
    });
    await page.click("#example-newspic");
    // Longer than the page waits after somebody typed.
    await page.waitForTimeout(1000);
    await settled(page);
    assert.equal(await page.evaluate(() => globalThis.framesMade), 1);
  });

  it("follows what is typed", async () => {
    await paste(page, '{"media_id": "M", "index": 0, "articles": {"title": "T", "content": "x"}}');
    assert.deepEqual(await codes(), ["thumb_missing"]);
    await paste(page, "{");
    assert.deepEqual(await codes(), ["invalid_json"]);
    assert.ok(await page.isVisible("#no-article"));
  });

  it("takes a piece of HTML, and an answer of draft/get", async () => {
    await paste(page, '<p>春</p><p><a href="#x">注</a></p>');
    assert.equal(await page.textContent("#kind"), "HTML of an article");
    assert.deepEqual(await codes(), ["anchor_link"]);
    assert.match(await article().locator("body").textContent(), /春/);
    const item = { title: "T", content: "<p>旧</p>", thumb_media_id: "C", url: "https://mp.weixin.qq.com/s/x" };
    await paste(page, JSON.stringify({ news_item: [item] }));
    assert.equal(await page.textContent("#kind"), "Answer of draft/get");
    assert.match(await page.textContent("#dropped"), /\/url/);
    await page.click("#make-request");
    await settled(page);
    assert.equal(await page.textContent("#kind"), "Request");
    assert.match(await page.inputValue("#text"), /旧/);
  });

  it("takes a file that is dropped", async () => {
    const data = await page.evaluateHandle((text) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([text], "request.json", { type: "application/json" }));
      return transfer;
    }, example("newspic"));
    await page.dispatchEvent("#editor", "drop", { dataTransfer: data });
    await page.waitForFunction(() => document.querySelector("#text").value.includes("newspic"));
    await settled(page);
  });

  it("shows a picture message as a row to swipe through", async () => {
    const row = article().locator(".wd-row");
    assert.equal(await row.locator("figure").count(), 4);
    await row.press("ArrowRight");
    await page.waitForFunction(() => document.querySelector("#article-frame").contentDocument.querySelector(".wd-row").scrollLeft === 375);
    assert.match(await article().locator(".wd-text").textContent(), /紫藤/);
  });

  it("shows both widths, and a dark ground", async () => {
    await paste(page, example("news"));
    const width = () => page.$eval("#article-frame", (frame) => frame.clientWidth);
    assert.equal(await width(), 375);
    await page.check("input[value='677']", { force: true });
    await settled(page);
    assert.equal(await width(), 677);
    const ground = () => article().locator("html").evaluate((it) => getComputedStyle(it).backgroundColor);
    assert.equal(await ground(), "rgb(255, 255, 255)");
    await page.check("input[value=dark]", { force: true });
    await settled(page);
    assert.ok(await page.isVisible("#dark-note"));
    assert.equal(await ground(), "rgb(25, 25, 25)");
    await page.check("input[value=light]", { force: true });
    await page.check("input[value='375']", { force: true });
  });

  it("cuts the cards out of the cover, and draws both crops on it", async () => {
    const request = JSON.parse(example("news"));
    request.articles.pic_crop_235_1 = "0_0.25_1_0.75";
    request.articles.pic_crop_1_1 = "0.25_0_0.75_1";
    await paste(page, JSON.stringify(request));
    const cover = '<svg xmlns="http://www.w3.org/2000/svg" width="800" height="400"><rect width="800" height="400" fill="teal"/></svg>';
    await page.setInputFiles("#cover", { name: "cover.svg", mimeType: "image/svg+xml", buffer: Buffer.from(cover) });
    await page.waitForSelector("#crops img");
    await page.waitForFunction(() => document.querySelector("#crops img").naturalWidth > 0);
    const box = (selector) => page.$eval(selector, (it) => it.getBoundingClientRect().toJSON());
    const [picture, wide, square] = [await box("#crops img"), await box(".crop-wide"), await box(".crop-square")];
    const near = (one, other) => assert.ok(Math.abs(one - other) < 1.5, `${one} is not ${other}`);
    near(wide.top - picture.top, picture.height / 4);
    near(wide.height, picture.height / 2);
    near(square.left - picture.left, picture.width / 4);
    near(square.width, picture.width / 2);
    const [feed, inside] = [await box(".feed .card-picture"), await box(".feed .card-picture img")];
    near(inside.height, feed.height * 2);
    near(feed.top - inside.top, inside.height / 4);
  });

  it("speaks both languages, the browser's first", async () => {
    const chinese = await open(browser, site.address, { locale: "zh-CN" });
    assert.equal(await chinese.page.textContent("h1"), "草稿预览");
    assert.equal(await chinese.page.getAttribute("html", "lang"), "zh-Hans");
    await paste(chinese.page, "{}");
    assert.match(await chinese.page.textContent("#findings"), /必填/);
    await chinese.page.click("[data-language=en]");
    await settled(chinese.page);
    assert.match(await chinese.page.textContent("#findings"), /required/);
    await chinese.close();
  });

  for (const [name, options] of [
    ["375 px", { viewport: { width: 375, height: 800 } }],
    ["768 px, Chinese", { viewport: { width: 768, height: 1000 }, locale: "zh-CN" }],
    ["1,280 px, dark", { viewport: { width: 1280, height: 800 }, colorScheme: "dark" }],
    ["1,600 px", { viewport: { width: 1600, height: 900 } }],
  ]) {
    it(`fits ${name}, and axe-core finds nothing serious`, async () => {
      const wide = await open(browser, site.address, options);
      for (const text of [example("mistakes"), example("newspic")]) {
        await paste(wide.page, text);
        const overflow = await wide.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        assert.ok(overflow <= 0, `${overflow} px too wide`);
        await wide.page.evaluate(AXE);
        const { violations } = await wide.page.evaluate(() => axe.run(document, { iframes: false }));
        const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
        assert.deepEqual(serious.map(({ id, nodes }) => [id, nodes.map(({ html }) => html.slice(0, 120))]), []);
      }
      await wide.close();
    });
  }
});
