// The package as it is published, installed into empty projects.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { after, before, describe, it } from "node:test";
import { launch, serve } from "./browser.mjs";

const PACKAGE = fileURLToPath(new URL("../", import.meta.url));

describe("the packed package", () => {
  let folder, tarball;
  const run = (cwd, program, ...parameters) => execFileSync(program, parameters, { cwd, encoding: "utf8" });

  before(() => {
    folder = mkdtempSync(join(tmpdir(), "weixin-draft-"));
    const [{ filename }] = JSON.parse(run(PACKAGE, "npm", "pack", "--json", "--silent", "--pack-destination", folder));
    tarball = join(folder, filename);
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  /** An empty project with the package and what else it needs, and the files of `projects/NAME`. */
  function project(name, ...packages) {
    const cwd = join(folder, name);
    mkdirSync(cwd);
    writeFileSync(join(cwd, "package.json"), '{"private": true, "type": "module"}');
    run(cwd, "npm", "install", "--silent", "--no-audit", "--no-fund", "--ignore-scripts", tarball, ...packages);
    cpSync(fileURLToPath(new URL(`projects/${name}/`, import.meta.url)), cwd, { recursive: true });
    return cwd;
  }

  it("holds licences, types and the module, and needs nothing else", () => {
    const cwd = project("node");
    const installed = join(cwd, "node_modules", "weixin-draft");
    const manifest = JSON.parse(readFileSync(join(installed, "package.json"), "utf8"));
    assert.equal(manifest.dependencies, undefined);
    for (const name of ["preinstall", "install", "postinstall", "prepare"]) assert.equal(manifest.scripts[name], undefined);
    assert.deepEqual(readdirSync(join(cwd, "node_modules")).filter((name) => !name.startsWith(".")), ["weixin-draft"]);
    const files = readdirSync(installed, { recursive: true });
    for (const name of ["LICENSE-MIT", "LICENSE-APACHE", "THIRD-PARTY-LICENSES.txt", "README.md", "dist/weixin_draft.wasm", "dist/weixin_draft.simd.wasm", "dist/browser.d.ts"]) assert.ok(files.includes(name), name);
    const printed = run(cwd, "node", "index.mjs");
    assert.match(printed, /^error\[unknown_field\] \/articles\/titel: .*title/m);
    assert.match(printed, /^error\[external_image\] /m);
    assert.match(printed, /^2 fixes applied, .*"media_id": "M", "index": 0,/m);
    assert.match(printed, /url\('https:\/\/mmbiz\.qpic\.cn\/paper\.png'\)"><img src="https:\/\/mmbiz\.qpic\.cn\/menu\.png">/);
  });

  it("has types that hold under tsc --strict", () => {
    const cwd = project("typescript", "typescript@7.0.2", "@types/node@20.19.25");
    run(cwd, "npx", "tsc");
    assert.match(run(cwd, "node", "build/index.js"), /^false \[ \[ "<a href='#1'>" \] \]$/m);
  });

  it("goes into one CommonJS file by esbuild, and runs without being made ready", () => {
    const cwd = project("esbuild", "esbuild@0.28.2");
    run(cwd, "npx", "esbuild", "main.js", "--bundle", "--format=cjs", "--platform=browser", "--outfile=main.cjs", "--log-level=error");
    const { problems } = createRequire(import.meta.url)(join(cwd, "main.cjs"));
    assert.equal(problems("{}").length, 3);
  });

  it("is built by Vite and runs in Chromium", async () => {
    const cwd = project("vite", "vite@8.3.8");
    run(cwd, "npx", "vite", "build", "--logLevel", "error", "--base", "./");
    const [browser, site] = [await launch(), await serve(new URL(`file://${cwd}/dist/`))];
    try {
      const page = await browser.newPage();
      await page.goto(site.address);
      await page.waitForFunction(() => document.querySelector("output").textContent);
      assert.equal(await page.textContent("output"), "/media_id /index /articles");
    } finally {
      await browser.close();
      site.close();
    }
  });
});
