/** The entry for workers whose host compiles an imported module, and may not compile at run time. */

import module from "./weixin_draft.simd.wasm";
import { type ModuleSource, start, startLater } from "./module.js";

export * from "./api.js";

startLater(() => module);

/** Makes the functions ready. They are without it too: the host has compiled the module. */
export function init(source: ModuleSource = module): Promise<void> {
  return start(source);
}
