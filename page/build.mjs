// Builds the page, as a static site and as the files that `weixin-draft preview` holds. Both have the HTML
// and the style in crates/weixin-draft-cli/page, where the scripts for the command are written too.
//
//     node build.mjs           both; needs `npm run build` in ../npm beforehand
//     node build.mjs --check   fails when the scripts of `weixin-draft preview` are not those of `src/`

import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { build } from "esbuild";

const here = new URL("./", import.meta.url);
const site = new URL("dist/", here);
const embedded = new URL("../crates/weixin-draft-cli/page/", here);

async function bundle(entry) {
  const result = await build({
    entryPoints: [new URL(`src/${entry}.ts`, here).pathname],
    bundle: true,
    format: "esm",
    target: "es2022",
    conditions: ["browser"],
    loader: { ".json": "text" },
    charset: "utf8",
    minify: !process.env.READABLE,
    write: false,
  });
  return result.outputFiles[0].text;
}

const files = {
  "page.js": await bundle("preview"),
  "layout.js": await bundle("layout"),
};

if (process.argv.includes("--check")) {
  for (const [name, text] of Object.entries(files)) {
    if (readFileSync(new URL(name, embedded), "utf8") !== text) {
      console.error(`crates/weixin-draft-cli/page/${name} is not what page/ makes: run npm run build there`);
      process.exit(1);
    }
  }
} else {
  for (const [name, text] of Object.entries(files)) writeFileSync(new URL(name, embedded), text);
}

rmSync(site, { recursive: true, force: true });
mkdirSync(site);
for (const name of ["index.html", "page.css"]) copyFileSync(new URL(name, embedded), new URL(name, site));
writeFileSync(new URL("page.js", site), await bundle("site"));
copyFileSync(new URL("../npm/dist/weixin_draft.simd.wasm", here), new URL("weixin_draft.wasm", site));
