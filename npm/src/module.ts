/** The one module that all functions of this package use. */

import { Functions } from "./functions.js";

/** The module, or where it comes from: its bytes, its address, or an answer that brings it. */
export type ModuleSource = WebAssembly.Module | BufferSource | URL | string | Response;

let functions: Functions | undefined;
let prepare: (() => WebAssembly.Module) | undefined;

/** Compiles the module unless that was done before. */
export async function start(source: ModuleSource | Promise<ModuleSource>): Promise<void> {
  functions ??= new Functions(await instantiate(await source));
}

/** Has the module made at the first call, where that can be done at once. */
export function startLater(make: () => WebAssembly.Module): void {
  prepare = make;
}

/** The functions of the module. Throws before it was started. */
export function started(): Functions {
  if (!functions && prepare) functions = new Functions(new WebAssembly.Instance(prepare()));
  if (!functions) throw new Error("weixin-draft is not ready: call `await init()` once before its functions");
  return functions;
}

async function instantiate(source: ModuleSource): Promise<WebAssembly.Instance> {
  if (typeof source === "string" || source instanceof URL) source = await fetch(source);
  if (source instanceof WebAssembly.Module) return WebAssembly.instantiate(source);
  if (typeof Response === "function" && source instanceof Response) {
    if (!source.ok) throw new Error(`the module cannot be loaded: HTTP status ${source.status}`);
    source = await source.arrayBuffer();
  }
  return (await WebAssembly.instantiate(source as BufferSource)).instance;
}
