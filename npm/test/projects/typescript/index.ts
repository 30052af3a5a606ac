import { check, init, type DraftUpdate, type Report, type Violation } from "weixin-draft";

const request: DraftUpdate = {
  media_id: "MEDIA_ID",
  index: 0,
  articles: { title: "春季菜单", content: "<p>周一开始供应。</p><p><a href='#1'>注</a></p>", thumb_media_id: "COVER_MEDIA_ID" },
};

await init();
const text = JSON.stringify(request);
const report: Report = check(text, { lang: "zh", levels: { anchor_link: "error" } });
const underline = (violation: Violation) =>
  violation.places.flatMap(({ utf16_range: range }) => (range ? [text.slice(range.start, range.end)] : []));
console.log(report.ok, report.violations.map(underline));
