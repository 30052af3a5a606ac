import { check, init } from "weixin-draft";

await init();
document.querySelector("output").textContent = check("{}").violations.map(({ path }) => path).join(" ");
