// `weixin-draft preview` as it is installed: the page, the file it watches, and its end.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { after, before, describe, it } from "node:test";
import { command } from "../../npm/test/reference.mjs";
import { launch, open, paste, settled } from "./browser.mjs";
import { hostileRequest } from "./hostile.mjs";

const EXAMPLES = fileURLToPath(new URL("../../examples/", import.meta.url));

describe("weixin-draft preview", () => {
  let browser, folder, file, program, opened, page;
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), "weixin-draft-"));
    file = join(folder, "draft.json");
    cpSync(join(EXAMPLES, "mistakes.json"), file);
    program = spawn(command(), ["--no-config", "preview", "--no-open", file]);
    const address = await new Promise((said) => program.stdout.once("data", (data) => said(String(data).trim())));
    browser = await launch();
    opened = await open(browser, address);
    page = opened.page;
    await page.waitForSelector(".finding");
  });
  after(async () => {
    await browser?.close();
    program?.kill();
    rmSync(folder, { recursive: true, force: true });
  });

  const codes = () => page.$$eval(".finding .code", (found) => found.map((one) => one.textContent));

  it("shows the file with its findings, and asks nobody but its own server", async () => {
    assert.ok((await codes()).includes("unknown_field"));
    assert.equal(await page.inputValue("#text"), readFileSync(file, "utf8"));
    const own = new URL(page.url()).origin;
    assert.deepEqual(opened.requests.filter((address) => !/^(data|blob|about):/.test(address) && new URL(address).origin !== own), []);
    assert.deepEqual(opened.problems, []);
  });

  it("shows the file anew when it changes", async () => {
    writeFileSync(file, '{"media_id": "M", "index": 0, "articles": {"title": "新", "content": "x"}}');
    await page.waitForFunction(() => document.querySelector("#text").value.includes("新"));
    await settled(page);
    assert.deepEqual(await codes(), ["thumb_missing"]);
  });

  it("keeps what a person changed, and never writes the file", async () => {
    const written = readFileSync(file, "utf8");
    await paste(page, "{}");
    assert.match(await page.textContent("#file-state"), /edited here/);
    writeFileSync(file, `${written} `);
    await page.waitForTimeout(1200);
    assert.equal(await page.inputValue("#text"), "{}");
    await page.click("#reload");
    await page.waitForFunction(() => document.querySelector("#text").value.includes("新"));
    assert.equal(readFileSync(file, "utf8"), `${written} `);
  });

  it("is not moved by a hostile file", async () => {
    writeFileSync(file, hostileRequest);
    await page.waitForFunction(() => document.querySelector("#text").value.includes("evil"));
    await settled(page);
    await page.waitForTimeout(500);
    const own = new URL(page.url()).origin;
    assert.deepEqual(opened.requests.filter((address) => !/^(data|blob|about):/.test(address) && new URL(address).origin !== own), []);
    for (const one of page.frames()) assert.equal(await one.evaluate(() => globalThis.hacked), undefined);
  });

  it("says so when the program has ended", async () => {
    const ended = new Promise((done) => program.once("exit", (code, signal) => done(signal)));
    program.kill("SIGINT");
    assert.equal(await ended, "SIGINT");
    await page.waitForFunction(() => /has ended/.test(document.querySelector("#file-state").textContent));
  });
});
