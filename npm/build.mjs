// Builds `dist/`: the module from the Rust crate, types from the schemas, JavaScript from `src/`.
//
//     node build.mjs                 everything
//     node build.mjs --for-package   and the licences, which a package has to hold
//
// Needs Rust with the target wasm32-unknown-unknown, and `npm ci` beforehand.

import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { compile } from "json-schema-to-typescript";

const here = new URL("./", import.meta.url);
const root = new URL("../", here);
const run = (program, ...parameters) => execFileSync(program, parameters, { cwd: here, stdio: "inherit" });

rmSync(new URL("dist", here), { recursive: true, force: true });
mkdirSync(new URL("dist", here));
mkdirSync(new URL("src/generated", here), { recursive: true });

run("cargo", "build", "--quiet", "--locked", "-p", "weixin-draft-wasm", "--profile", "wasm", "--target", "wasm32-unknown-unknown");
const target = process.env.CARGO_TARGET_DIR ? new URL(`file://${process.env.CARGO_TARGET_DIR}/`) : new URL("target/", root);
const module = readFileSync(new URL("wasm32-unknown-unknown/wasm/weixin_draft_wasm.wasm", target));
writeFileSync(new URL("dist/weixin_draft.wasm", here), module);
writeFileSync(new URL("src/generated/base64.ts", here), `export default "${module.toString("base64")}";\n`);

for (const name of ["request", "report"]) {
  const schema = JSON.parse(readFileSync(new URL(`schema/${name}.json`, root), "utf8"));
  const types = await compile(schema, name, { ignoreMinAndMaxItems: true, additionalProperties: false, bannerComment: "" });
  writeFileSync(new URL(`src/generated/${name}.ts`, here), types);
}
run("npx", "tsc");
copyFileSync(new URL("src/wasm.d.ts", here), new URL("dist/wasm.d.ts", here));
if (process.argv.includes("--for-package")) {
  for (const licence of ["LICENSE-MIT", "LICENSE-APACHE"]) copyFileSync(new URL(licence, root), new URL(licence, here));
}
