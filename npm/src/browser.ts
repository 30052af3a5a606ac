/** The entry for browsers and bundlers: loads the module from beside this file. */

import { type ModuleSource, start } from "./module.js";

export * from "./api.js";

/** Makes the functions ready. Call it once; later calls do nothing. */
export function init(source?: ModuleSource): Promise<void> {
  return start(source ?? new URL("./weixin_draft.simd.wasm", import.meta.url));
}
