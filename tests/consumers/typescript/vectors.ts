// Asks the compiled validators about every vector and compares their verdict with the one it should be. A good request
// is then read as the generated type and written again. That nothing is lost there is JSON's doing, since a type leaves
// nothing to run; what the types themselves are worth, the compiler says of generated/literals.ts.
import { deepEqual } from "node:assert";
import { readFileSync } from "node:fs";
import { problems } from "./check.js";
import type { DraftUpdate } from "./generated/request.js";

type Case = { name: string; text: string; valid: boolean };
let passed = 0;
let failed = 0;
let returned = 0;

for (const line of readFileSync(process.argv[2]!, "utf8").trimEnd().split("\n")) {
  const { name, text, valid }: Case = JSON.parse(line);
  const found = problems(JSON.parse(text));
  if (valid) {
    const request: DraftUpdate = JSON.parse(text);
    deepEqual(JSON.parse(JSON.stringify(request)), JSON.parse(text));
    returned += 1;
  }
  if ((found.length === 0) === valid) passed += 1;
  else {
    failed += 1;
    console.log(`${name}: should be ${valid ? "valid" : "invalid"}: ${found.join("; ")}`);
  }
}
console.log(`round trips: ${returned} passed, 0 failed`);
console.log(`verdicts: ${passed} passed, ${failed} failed`);
process.exitCode = failed ? 1 : 0;
