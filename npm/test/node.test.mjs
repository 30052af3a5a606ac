// The package in Node: every vector, and what the functions say.

import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import * as wd from "../dist/node.js";
import { cases } from "./cases.mjs";
import { judge } from "./compare.mjs";
import { reference } from "./reference.mjs";

describe("in Node", () => {
  it("says what to do when it is not ready", () => {
    assert.throws(() => wd.rules(), /await init\(\)/);
  });

  describe("ready", () => {
    before(() => wd.init());

    it("judges every vector as the command does", () => {
      const all = cases();
      const { wrong, bodies, objects } = judge(wd, all, reference(all));
      assert.deepEqual(wrong, []);
      assert.ok(bodies > 400 && objects > 300, `${bodies} bodies, ${objects} of them as objects`);
    });

    it("takes text, bytes and objects", () => {
      const request = { media_id: "M", index: 0, articles: { titel: "春", content: "x" } };
      const text = JSON.stringify(request);
      const codes = (report) => report.violations.map((violation) => violation.code);
      const expected = ["unknown_field", "thumb_missing"];
      for (const form of [request, text, new TextEncoder().encode(text)]) {
        assert.deepEqual(codes(wd.check(form)), expected);
      }
      assert.throws(() => wd.check(undefined), TypeError);
    });

    it("follows settings, and names those that are wrong", () => {
      const request = { media_id: "M", index: 0, articles: { title: "T", content: "<img src=https://cdn.example.cn/a>", thumb_media_id: "T" } };
      assert.equal(wd.check(request).ok, false);
      assert.deepEqual(wd.check(request, { image_hosts: ["example.cn"] }).violations, []);
      assert.equal(wd.check(request, { levels: { external_image: "warning" } }).ok, true);
      assert.match(wd.check(request, { lang: "zh" }).violations[0].message, /图片/);
      assert.throws(() => wd.check(request, { levels: { external_imag: "off" } }), (error) =>
        error instanceof wd.OptionsError && error.message.includes("external_image"));
      assert.throws(() => wd.check(request, { colour: 1 }), wd.OptionsError);
    });

    it("mends, and gives back what it was given", () => {
      const request = { media_id: "M", index: "0", articles: { title: "T\n", content: "<p>春</p>", thumb_media_id: "C" } };
      const text = JSON.stringify(request);
      const mended = text.replace('"0"', "0").replace("\\n", "");
      const ofText = wd.fix(text);
      assert.deepEqual([ofText.request, ofText.applied, ofText.report.violations], [mended, 2, []]);
      assert.equal(new TextDecoder().decode(wd.fix(new TextEncoder().encode(text)).request), mended);
      assert.deepEqual(wd.fix(request).request, JSON.parse(mended));
      assert.equal(request.index, "0");
      const link = { ...JSON.parse(mended), articles: { ...request.articles, title: "T", content: "<a href='#x'>春</a>" } };
      assert.equal(wd.fix(link).applied, 0);
      assert.equal(wd.fix(link, { unsafe: true }).applied, 1);
      assert.deepEqual(wd.fix(new Uint8Array([0xff])).request, new Uint8Array([0xff]));
      assert.match(wd.fix("{}", { lang: "zh" }).report.violations[0].message, /必填/);
      assert.throws(() => wd.fix("{}", { unsafely: true }), wd.OptionsError);
    });

    it("finds images, and gives them new addresses", () => {
      const html = `😀<img src="a.png?x=1&amp;y"><p style="background: url('a.png?x=1&y')"><img src="//mmbiz.qpic.cn/b"><img src>`;
      const found = wd.images(html);
      assert.deepEqual(found.map(({ attribute, kind }) => `${attribute} ${kind}`), ["src local", "style local", "src inside", "src empty"]);
      assert.deepEqual([found[0].address, found[1].address], ["a.png?x=1&y", "a.png?x=1&y"]);
      const [{ range, utf16_range: units }] = found;
      assert.equal(html.slice(units.start, units.end), "a.png?x=1&amp;y");
      assert.equal(Buffer.from(html).subarray(range.start, range.end).toString(), "a.png?x=1&amp;y");
      const expected = html.replace("a.png?x=1&amp;y", "//mmbiz.qpic.cn/c?&#34;").replace("a.png?x=1&y", "//mmbiz.qpic.cn/c?\\22 ");
      assert.equal(wd.replaceImages(html, { "a.png?x=1&y": '//mmbiz.qpic.cn/c?"' }), expected);
      const asked = [];
      assert.equal(wd.replaceImages(html, (address) => void asked.push(address)), html);
      assert.deepEqual(asked, ["a.png?x=1&y", "//mmbiz.qpic.cn/b"]);
      assert.equal(wd.replaceImages(html, { constructor: "x" }), html);
    });

    it("converts, crops and explains", () => {
      const converted = wd.convertNewsItem({ title: "T", content: "x", url: "https://mp.weixin.qq.com/s/x" });
      assert.deepEqual([converted.article, converted.dropped], [{ article_type: "news", title: "T", content: "x" }, ["/url"]]);
      assert.equal(wd.convertNewsItem("{").article, null);
      assert.equal(wd.cropFit(1200, 800, "1_1"), "0.166667_0_0.833333_1");
      assert.equal(wd.cropFit(1200, 800, "1_1", ["0", "0"]), "0_0_0.666666_1");
      assert.equal(wd.errcode(45166).class, "caller");
      assert.equal(wd.errcode(12345), null);
      assert.ok(wd.rules("zh").some((rule) => rule.code === "external_image" && rule.summary.includes("图片")));
      assert.equal(wd.jsonSchema().$defs.ImageInfo.properties.image_list.maxItems, 20);
      assert.throws(() => wd.jsonSchema("llm", "7"), wd.OptionsError);
    });

    it("keeps its memory", () => {
      const request = { media_id: "M", index: 0, articles: { title: "T", content: "<p>春</p>".repeat(10_000), thumb_media_id: "T" } };
      for (let round = 0; round < 2_000; round += 1) wd.check(request, { levels: { content_too_long: "warning" } });
    });
  });
});
