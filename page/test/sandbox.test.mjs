// The pictures and the cover of a sandbox, which the page was told of, and nothing else of this machine.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { after, before, describe, it } from "node:test";
import { command } from "../../npm/test/reference.mjs";
import { launch, open, settled } from "./browser.mjs";

const EXAMPLES = fileURLToPath(new URL("../../examples/pictures/", import.meta.url));

/** The first line of a program that has this form. */
function line(program, form) {
  let said = "";
  return new Promise((found, failed) => {
    program.stdout.on("data", (data) => {
      said += data;
      const lines = said.split("\n").slice(0, -1);
      const match = lines.find((one) => form.test(one));
      if (match) found(match.match(form)[1]);
    });
    program.once("exit", () => failed(new Error(said)));
  });
}

const isLoaded = (image) => image.complete && image.naturalWidth > 0;

describe("pictures of a sandbox", () => {
  const programs = [];
  let browser, folder;
  const start = (...options) => {
    const program = spawn(command(), ["--no-config", "--lang", "en", ...options]);
    programs.push(program);
    return program;
  };
  before(async () => {
    browser = await launch();
    folder = mkdtempSync(join(tmpdir(), "weixin-draft-"));
  });
  after(async () => {
    await browser?.close();
    for (const program of programs) program.kill();
    rmSync(folder, { recursive: true, force: true });
  });

  it("are shown by the command that sent them, with the cover and both crops", async () => {
    const [file, cover] = [join(EXAMPLES, "menu.json"), join(EXAMPLES, "photo.jpg")];
    const program = start("push", file, "--pictures", "--cover", cover, "--sandbox", "--preview", "--no-open");
    const address = await line(program, /^(http:\S+)/);
    const { page, problems } = await open(browser, address);
    await page.waitForFunction(() => document.querySelectorAll(".card-picture img").length === 2);
    await settled(page);
    assert.deepEqual(await page.$$eval(".finding .code", (found) => found.map((one) => one.textContent)), []);
    const frame = page.frames().find((one) => one.parentFrame());
    await frame.waitForFunction(() => document.querySelector("img")?.naturalWidth > 0);
    assert.match(await frame.$eval("p[data-styled]", (found) => found.style.backgroundImage), /127\.0\.0\.1/);
    for (const image of await page.$$(".card-picture img, .crops img")) assert.ok(await image.evaluate(isLoaded));
    assert.equal(await page.locator(".crops .crop").count(), 2);
    assert.equal(await page.isVisible("#load-part"), false);
    assert.deepEqual(problems, []);
    if (process.env.SCREENSHOT) await page.screenshot({ path: process.env.SCREENSHOT, fullPage: true });
  });

  it("are the only ones of this machine that load", async () => {
    const sandbox = await line(start("sandbox"), /^Base URL: (\S+)/);
    const asked = [];
    const other = createServer((request, response) => {
      asked.push(request.url);
      response.end();
    });
    await new Promise((done) => other.listen(0, "127.0.0.1", done));
    const file = join(folder, "request.json");
    const addresses = [`${sandbox}/sandbox/drafts`, `http://127.0.0.1:${other.address().port}/a.png`, `${sandbox}@127.0.0.1:${other.address().port}/b.png`];
    const content = addresses.map((one) => `<p style="background: url(${one})"><img src="${one}"></p>`).join("");
    writeFileSync(file, JSON.stringify({ media_id: "M", index: 0, articles: { title: "T", thumb_media_id: "../file", content } }));
    for (const options of [[], ["--base-url", sandbox]]) {
      const opened = await open(browser, await line(start("preview", "--no-open", file, ...options), /^(http:\S+)/));
      await opened.page.waitForSelector("#article-frame");
      await settled(opened.page);
      await opened.page.waitForTimeout(500);
      const own = new URL(opened.page.url()).origin;
      const elsewhere = opened.requests.filter((address) => !/^(data|blob|about):/.test(address) && new URL(address).origin !== own);
      assert.deepEqual(elsewhere, []);
      await opened.close();
    }
    other.close();
    assert.deepEqual(asked, []);
  });

  it("are refused from elsewhere", async () => {
    const program = start("preview", "--no-open", join(EXAMPLES, "menu.json"), "--base-url", "https://example.com");
    assert.equal(await new Promise((done) => program.once("exit", done)), 2);
  });
});
