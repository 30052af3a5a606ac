// Findings that need a real layout: small articles on both sides of each limit.

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { launch, open, paste, serve } from "./browser.mjs";

const TEXT = "荠菜春卷皮薄馅足，炸到微黄即起锅；".repeat(6);
const LONG = "let menu = 'a line of code that does not end before the right edge of every phone and of every window that is there';";

/** The HTML and the codes that it is given, with the elements that are named. */
const ARTICLES = [
  ["a width in percent", `<p style="width: 80%">${TEXT}</p>`, []],
  ["a width in percent, centred", `<p style="width: 80%; margin: 0 auto">${TEXT}</p>`, []],
  ["a width that fits every screen", `<p style="width: 300px">${TEXT}</p>`, []],
  ["the same within a wrapper", `<section><p style="width: 300px">${TEXT}</p></section>`, []],
  ["a width that only some screens have", `<p style="width: 500px">${TEXT}</p>`, ["layout_width p"]],
  ["the same, centred on all", `<p style="width: 500px; margin: 0 auto">${TEXT}</p>`, []],
  ["the same, ignored", `<section data-ignore-width="true"><p style="width: 500px">${TEXT}</p></section>`, []],
  ["the same, ignored by itself", `<p data-ignore-width="1" style="width: 500px">${TEXT}</p>`, []],
  ["no width in the style", `<p style="max-width: 500px">${TEXT}</p>`, []],
  ["a share that changes by less than a fifth", `<p style="width: calc(40px + 50%)">${TEXT}</p>`, []],
  ["a share that changes by more than a fifth", `<p style="width: calc(200px + 20%)">${TEXT}</p>`, ["layout_width p"]],
  ["a paragraph beyond the right edge", `<p style="margin-left: 20px; width: 100%">${TEXT}</p>`, ["layout_width p"]],
  ["a paragraph beyond both edges", `<p style="margin: 0 -20px; max-width: none">${TEXT}</p>`, []],
  ["a picture of a given width", '<p><img data-w="1080" data-ratio="0.6"></p>', []],
  ["a picture whose style is narrower", '<p><img data-w="1080" data-ratio="0.6" style="width: 500px"></p>', ["layout_width img"]],
  ["lines as high as the letters", `<p style="line-height: 1">${TEXT}</p>`, []],
  ["lines at the limit", `<p style="line-height: 0.96">${TEXT}</p>`, []],
  ["lines below the limit", `<p style="line-height: 0.94">${TEXT}</p>`, ["layout_line_overlap p"]],
  ["one low line", '<p style="line-height: 0.5">短</p>', []],
  ["lines of no height", `<p style="line-height: 0">${TEXT}</p>`, ["layout_line_overlap p"]],
  ["one line of no height", '<p style="line-height: 0">短</p>', []],
  ["two lines of no height by a break", '<p style="line-height: 0">短<br>句</p>', ["layout_line_overlap p"]],
  ["a child as high as its box", '<p style="height: 60px"><span style="display: block; height: 65px">字</span></p>', []],
  ["a child higher than its box", '<p style="height: 60px"><span style="display: block; height: 66px">字</span></p>', ["layout_cut_text span"]],
  ["a child of a high box", '<p style="height: 240px"><span style="display: block; height: 260px">字</span></p>', []],
  ["a child higher than a high box", '<p style="height: 240px"><span style="display: block; height: 261px">字</span></p>', ["layout_cut_text span"]],
  ["a child that can be scrolled", '<p style="height: 60px; overflow-y: auto"><span style="display: block; height: 99px">字</span></p>', []],
  ["code that wraps", `<pre style="white-space: pre-wrap">${LONG}</pre>`, []],
  ["short code", "<pre>let a = 1;</pre>", []],
  ["wide code", `<pre>${LONG}</pre>`, ["layout_pre_overflow pre"]],
];

describe("layout", () => {
  let browser, site, opened;
  before(async () => {
    [browser, site] = [await launch(), await serve()];
    opened = await open(browser, site.address);
  });
  after(async () => {
    await browser?.close();
    site?.close();
  });

  /** Code and element of each note in the list. */
  const notes = () =>
    opened.page.$$eval(".finding.info", (entries) =>
      entries.flatMap((entry) => [...entry.querySelectorAll(".place")].map((place) => `${entry.querySelector(".code").textContent} ${/<(.*)>/.exec(place.textContent)[1]}`)));

  for (const [name, html, expected] of ARTICLES) {
    it(`${name}: ${expected.join(", ") || "nothing"}`, async () => {
      await paste(opened.page, html);
      assert.deepEqual(await notes(), expected);
    });
  }

  it("names the place in a request, through its escapes", async () => {
    const html = `<p>"春"\n</p><p style="line-height: 0.5">${TEXT}</p>`;
    const request = `{"media_id": "M", "index": 0,\n "articles": {"title": "T", "thumb_media_id": "T", "content": ${JSON.stringify(html)}}}`;
    await paste(opened.page, request);
    await opened.page.click(".finding.info .place");
    const selected = await opened.page.$eval("#text", (area) => area.value.slice(area.selectionStart, area.selectionEnd));
    assert.equal(selected, "<p");
    const place = await opened.page.textContent(".finding.info .place");
    const before = request.slice(0, request.lastIndexOf("<p"));
    const line = before.split("\n").length;
    const column = [...before.split("\n").pop()].length + 1;
    assert.equal(place, `Line ${line}, column ${column} <p>`);
  });

  it("does not keep a request from being sent", async () => {
    assert.match(await opened.page.textContent("#summary"), /^May be sent · 1 note$/);
  });
});
