// Builds `dist/`: the module from the Rust crate, types from the schemas, JavaScript from `src/`.
//
//     node build.mjs                 everything
//     node build.mjs --for-package   and the licences, which a package has to hold
//
// There are two modules: one for JavaScript, whose engines all have vector instructions (SIMD), and one for
// engines that lack them, as those of other languages do.
//
// Needs Rust with the target wasm32-unknown-unknown, and `npm ci` beforehand.

import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { compile } from "json-schema-to-typescript";

const here = new URL("./", import.meta.url);
const root = new URL("../", here);
const run = (program, ...parameters) => execFileSync(program, parameters, { cwd: here, stdio: "inherit" });
// Paths in messages of panics: short ones, which are the same on every machine.
const cargo = process.env.CARGO_HOME ?? join(homedir(), ".cargo");
const PATHS = [join(cargo, "registry/src"), "crates/weixin-draft/src"].map((path) => `--remap-path-prefix=${path}=`);
const targets = resolve(process.env.CARGO_TARGET_DIR ?? fileURLToPath(new URL("target", root)), "wasm");

// What makes a module small after compression. Those of -Oz make it smaller before, and larger after.
const PASSES = [
  "--coalesce-locals",
  "--reorder-locals",
  "--duplicate-function-elimination",
  "--remove-unused-module-elements",
  "--vacuum",
  "--remove-unused-names",
  "--merge-blocks",
  "--rse",
  "--dae-optimizing",
  "--optimize-instructions",
  "--vacuum",
  "--dae-optimizing",
  "--optimize-instructions",
];

rmSync(new URL("dist", here), { recursive: true, force: true });
mkdirSync(new URL("dist", here));
mkdirSync(new URL("src/generated", here), { recursive: true });

writeFileSync(new URL("dist/weixin_draft.wasm", here), buildModule("portable"));
const module = buildModule("simd", "-Ctarget-feature=+simd128");
writeFileSync(new URL("dist/weixin_draft.simd.wasm", here), module);
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

/** Builds the module into a folder of its own, so that neither build undoes the other. */
function buildModule(folder, ...flags) {
  const target = join(targets, folder);
  const parameters = ["build", "--quiet", "--locked", "-p", "weixin-draft-wasm", "--profile", "wasm", "--target", "wasm32-unknown-unknown"];
  const inherited = (process.env.CARGO_ENCODED_RUSTFLAGS ?? "").split("\x1f").filter(Boolean);
  const env = { ...process.env, CARGO_TARGET_DIR: target, CARGO_ENCODED_RUSTFLAGS: [...inherited, ...PATHS, ...flags].join("\x1f") };
  execFileSync("cargo", parameters, { cwd: here, stdio: "inherit", env });
  const built = join(target, "wasm32-unknown-unknown/wasm/weixin_draft_wasm.wasm");
  const small = join(target, "weixin_draft.wasm");
  run("npx", "wasm-opt", "--all-features", ...PASSES, built, "-o", small);
  return readFileSync(small);
}
