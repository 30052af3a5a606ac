// `weixin-draft check --layout`: the findings of the page, without a window.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { command } from "../../npm/test/reference.mjs";
import { launch, open, paste, serve } from "./browser.mjs";

const TEXT = "荠菜春卷皮薄馅足，炸到微黄即起锅；".repeat(6);
const request = JSON.stringify({
  media_id: "M",
  index: 0,
  articles: { title: "T", thumb_media_id: "C", content: `<p>"春"</p><p style="width: 500px; line-height: 0.5">${TEXT}</p>` },
});

describe("check --layout", () => {
  let folder, file;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), "weixin-draft-"));
    file = join(folder, "request.json");
    writeFileSync(file, request);
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  const check = (...options) => spawnSync(command(), ["--no-config", "check", "--layout", ...options, file], { encoding: "utf8" });

  for (const [lang, locale] of [["en", "en-GB"], ["zh", "zh-CN"]]) {
    it(`reports what the page shows, in ${lang}`, async () => {
      const { status, stdout, stderr } = check("--lang", lang, "--format", "json");
      assert.equal(status, 0, stderr);
      const [report] = JSON.parse(stdout);
      assert.deepEqual(report.violations.map(({ code, level }) => [code, level]), [["layout_width", "info"], ["layout_line_overlap", "info"]]);
      const [browser, site] = [await launch(), await serve()];
      try {
        const { page } = await open(browser, site.address, { locale });
        await paste(page, request);
        const shown = await page.$$eval(".finding", (found) => found.map((one) => [one.querySelector(".code").textContent, one.querySelector("p").textContent]));
        assert.deepEqual(shown, report.violations.map(({ code, message }) => [code, message]));
        const { start, end } = report.violations[0].places[0].utf16_range;
        assert.equal(request.slice(start, end), "<p");
      } finally {
        await browser.close();
        site.close();
      }
    });
  }

  it("follows the levels of its rules", () => {
    assert.equal(check("--level", "layout_width=error").status, 1);
    const { stdout } = check("--level", "layout_width=off", "--format", "json");
    assert.deepEqual(JSON.parse(stdout)[0].violations.map(({ code }) => code), ["layout_line_overlap"]);
  });

  it("looks at what is left after --fix, at lines, and at HTML", () => {
    const [fixed, lines, html] = ["fixed.json", "lines.ndjson", "content.html"].map((name) => join(folder, name));
    writeFileSync(fixed, request.replace('"index":0', '"index":"0"'));
    writeFileSync(lines, `${request}\n{}\n${request}\n`);
    writeFileSync(html, JSON.parse(request).articles.content);
    const found = (path, ...options) => {
      const { stdout, stderr } = spawnSync(command(), ["--no-config", "check", "--layout", ...options, path], { encoding: "utf8" });
      return [...new Set(stdout.match(/layout_\w+/g) ?? [stderr])];
    };
    const both = ["layout_width", "layout_line_overlap"];
    assert.deepEqual(found(fixed, "--fix"), both);
    assert.match(readFileSync(fixed, "utf8"), /"index":0/);
    assert.deepEqual(found(lines, "--format", "json", "--ndjson"), both);
    assert.deepEqual(found(html), both);
  });

  it("is not moved by --strict", () => {
    assert.equal(check("--strict").status, 0);
  });
});
