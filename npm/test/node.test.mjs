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
      const { wrong, bodies, objects } = judge(wd.check, all, reference(all));
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
