/** `weixin-draft check --layout`: measures one content after the other, as the program hands them over. */

import { measureLayout, type Subject } from "./layout/measure.js";

// An answer without a subject ends the work.
for (;;) {
  const answer = await fetch("work");
  if (answer.status !== 200) break;
  const subject: Subject = await answer.json();
  await fetch("findings", { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(await measureLayout(subject)) });
}
