/** The entry for Node: reads the module from its file. */

import { readFile } from "node:fs/promises";
import { type ModuleSource, start } from "./module.js";

export * from "./api.js";

/** Makes the functions ready. Call it once; later calls do nothing. */
export function init(source?: ModuleSource): Promise<void> {
  return start(source ?? readFile(new URL("./weixin_draft.simd.wasm", import.meta.url)));
}
