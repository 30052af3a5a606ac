import { check, init } from "weixin-draft";

await init();
const report = check({ media_id: "M", index: 0, articles: { titel: "Menu", content: "<img src='a.png'>" } });
for (const { level, code, path, message } of report.violations) {
  console.log(`${level}[${code}] ${path}: ${message}`);
}
