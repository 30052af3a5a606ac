// The code in the guides is the code of the tests.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { it } from "node:test";

const ROOT = new URL("../../", import.meta.url);
const BLOCK = /^(?:<!-- (\S+) -->\n)?^```(?:js|ts)\n([\s\S]*?)^```$/gm;

for (const page of ["docs/javascript.md", "docs/javascript.zh-CN.md"]) {
  it(`${page} shows code as it is run`, () => {
    const blocks = [...readFileSync(new URL(page, ROOT), "utf8").matchAll(BLOCK)];
    assert.ok(blocks.length >= 3);
    for (const [, source, code] of blocks) {
      assert.ok(source, `this block names no file:\n${code}`);
      assert.ok(readFileSync(new URL(source, ROOT), "utf8").includes(code), `this block is not in ${source}:\n${code}`);
    }
  });
}
