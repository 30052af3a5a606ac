// Prints what is wrong with each request of a file, one line a problem.
import { readFileSync } from "node:fs";
import { problems } from "./check.js";

for (const { request } of JSON.parse(readFileSync(process.argv[2]!, "utf8"))) {
  for (const problem of problems(request)) console.log(problem);
}
