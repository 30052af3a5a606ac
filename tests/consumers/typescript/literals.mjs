// TypeScript's types leave nothing to run. So the compiler is asked: every good request is written
// as a literal of the generated type. What has to be an error is in wrong.ts.
import { readFileSync, writeFileSync } from "node:fs";

const limit = 20_000; // characters; the rest of a longer request is one long string, which the types do not look into
let written = 0;
let long = 0;
let code = 'import type { DraftUpdate } from "./request.js";\n\nexport const good: DraftUpdate[] = [\n';
for (const line of readFileSync(process.argv[2], "utf8").trimEnd().split("\n")) {
  const { name, text, valid } = JSON.parse(line);
  if (!valid) continue;
  if (text.length > limit) {
    long += 1;
    continue;
  }
  code += `  ${JSON.stringify(JSON.parse(text))}, // ${name}\n`;
  written += 1;
}
writeFileSync("generated/literals.ts", code + "];\n");
console.log(`typed literals: ${written} requests for the compiler`);
console.log(`excluded: ${long} requests of more than ${limit} characters, too long for a literal`);
