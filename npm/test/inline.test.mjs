// The entry with the module inside.

import assert from "node:assert/strict";
import { it } from "node:test";
import * as wd from "../dist/inline.js";

it("runs without being made ready, and after it", async () => {
  assert.equal(wd.check("{}").violations.length, 3);
  await wd.init();
  assert.equal(wd.check("{}").violations.length, 3);
});
