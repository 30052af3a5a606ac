/** `weixin-draft check --layout`: measures what the program hands over, and hands the findings back. */

import { measureLayout, type Subject } from "./layout/measure.js";
import type { Language } from "./words.js";

interface Work {
  subjects: Subject[];
  lang: Language;
}

const { subjects, lang }: Work = await (await fetch("work")).json();
const findings = [];
for (const subject of subjects) findings.push(await measureLayout(subject, lang));
await fetch("findings", { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(findings) });
