// The package in a browser: every vector, as in Node.

import assert from "node:assert/strict";
import { after, before, it } from "node:test";
import { launch, serve } from "./browser.mjs";
import { cases } from "./cases.mjs";
import { reference } from "./reference.mjs";

let browser, site;
before(async () => {
  [browser, site] = [await launch(), await serve(new URL("../", import.meta.url))];
});
after(async () => {
  await browser?.close();
  site?.close();
});

it("judges every vector as the command does", async () => {
  const page = await browser.newPage();
  await page.goto(`${site.address}test/empty.html`);
  const all = cases();
  const expected = reference(all);
  const wrong = [];
  let bodies = 0;
  for (let from = 0; from < all.length; from += 100) {
    const some = all.slice(from, from + 100);
    // Values are parsed there: handing over deep ones takes for ever.
    const sent = some.map(({ body, value, ...rest }) => ({ ...rest, isObject: value !== undefined, base64: Buffer.from(body).toString("base64") }));
    const found = await page.evaluate(async ([given, reports]) => {
      const [wd, { judge }] = await Promise.all([import("/dist/browser.js"), import("/test/compare.mjs")]);
      await wd.init();
      const decoded = given.map(({ base64, isObject, ...rest }) => {
        const body = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
        return { ...rest, body, value: isObject ? JSON.parse(new TextDecoder().decode(body)) : undefined };
      });
      return judge(wd, decoded, reports);
    }, [sent, Object.fromEntries(some.map(({ name }) => [name, expected[name]]))]);
    wrong.push(...found.wrong);
    bodies += found.bodies;
  }
  assert.deepEqual(wrong, []);
  assert.ok(bodies > 400);
});
