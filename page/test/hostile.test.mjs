// Nothing runs, nothing is loaded from elsewhere, nothing leaves the frame.

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { launch, open, paste, serve, settled } from "./browser.mjs";
import { HOSTILE, hostileRequest } from "./hostile.mjs";

describe("a hostile article", () => {
  let browser, site, opened;
  before(async () => {
    [browser, site] = [await launch(), await serve()];
    opened = await open(browser, site.address);
    await opened.page.route(/^https?:\/\/(?!127\.0\.0\.1)/, (route) => route.abort());
  });
  after(async () => {
    await browser?.close();
    site?.close();
  });

  const elsewhere = () => opened.requests.filter((address) => !/^(data:|blob:|about:)/.test(address) && !address.startsWith(site.address));

  for (const [form, text] of [["a request", hostileRequest], ["a piece of HTML", HOSTILE]]) {
    it(`does nothing as ${form}`, async () => {
      const { page } = opened;
      await paste(page, text);
      const frame = page.frameLocator("#article-frame");
      assert.match(await frame.locator("body").textContent(), /end of the article/);
      for (const id of ["handled", "script-link", "top-link", "self-link", "inside-link", "animated"]) {
        await frame.locator(`#${id}`).dispatchEvent("click");
        await frame.locator(`#${id}`).click({ force: true, timeout: 2000 }).catch(() => {});
      }
      await settled(page);
      assert.deepEqual(elsewhere(), []);
      assert.equal(page.url(), site.address);
      assert.equal(page.frames().filter((one) => !/^(about:|http:\/\/127)/.test(one.url())).length, 0);
      for (const one of page.frames()) {
        assert.equal(await one.evaluate(() => globalThis.hacked).catch(() => undefined), undefined, one.url());
      }
      assert.match(await frame.locator("body").textContent(), /end of the article/);
    });
  }

  it("is locked three times over", async () => {
    const { page } = opened;
    const frame = page.locator("#article-frame");
    assert.equal(await frame.getAttribute("sandbox"), "allow-same-origin");
    const inside = await frame.getAttribute("srcdoc");
    assert.match(inside, /default-src 'none'; style-src 'unsafe-inline'; img-src data: blob:"/);
    assert.deepEqual(opened.problems, []);
  });

  it("says what readers do not get", async () => {
    const dropped = await opened.page.locator("#dropped").textContent();
    for (const reason of ["script: removed", "onmouseover: removed", "picture of evil.example", "link to evil.example", "<form>", "position: absolute or fixed", "background picture of evil.example"]) {
      assert.ok(dropped.includes(reason), `${reason} in ${dropped}`);
    }
  });

  it("loads the vendor's pictures after a click, without a referrer", async () => {
    const { page } = opened;
    const asked = [];
    await page.route(/mmbiz\.qpic\.cn/, (route) => {
      asked.push(route.request().headers());
      return route.fulfill({ contentType: "image/svg+xml", body: "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>" });
    });
    assert.equal(asked.length, 0);
    await page.click("#load");
    await settled(page);
    assert.ok(asked.length > 0);
    assert.ok(asked.every((headers) => headers.referer === undefined));
    assert.deepEqual(elsewhere().filter((address) => !address.includes("mmbiz.qpic.cn")), []);
  });
});
