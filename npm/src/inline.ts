/** The entry with the module inside, for programs that are one file. Its functions work without `init`. */

import base64 from "./generated/base64.js";
import { type ModuleSource, start, startLater } from "./module.js";

export * from "./api.js";

startLater(() => new WebAssembly.Module(bytes()));

/** Makes the functions ready without blocking. Without it, the first call does. */
export function init(source?: ModuleSource): Promise<void> {
  return start(source ?? bytes());
}

function bytes(): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}
