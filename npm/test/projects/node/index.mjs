import { check, fix, images, init, replaceImages } from "weixin-draft";

await init();
const report = check({ media_id: "M", index: 0, articles: { titel: "Menu", content: "<img src='a.png'>" } });
for (const { level, code, path, message } of report.violations) {
  console.log(`${level}[${code}] ${path}: ${message}`);
}

const { request, applied, report: left } = fix('{"media_id": "M\\n", "index": "0", "articles": {}}');
console.log(`${applied} fixes applied, ${left.violations.length} findings left: ${request}`);

const html = `<p style="background: url('paper.png')"><img src="menu.png"></p>`;
const outside = images(html).filter(({ kind }) => kind !== "inside");
const uploaded = Object.fromEntries(outside.map(({ address }) => [address, `https://mmbiz.qpic.cn/${address}`]));
console.log(replaceImages(html, uploaded));
