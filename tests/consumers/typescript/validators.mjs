// Writes the validators as plain code: one for the whole request, one for each branch of `articles`.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { Ajv } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import standaloneCode from "ajv/dist/standalone/index.js";

const schema = JSON.parse(readFileSync("../../../schema/request.json", "utf8"));
const ajv = new Ajv2020({ strict: true, allErrors: true, code: { source: true }, schemas: [schema] });
const code = standaloneCode.default(ajv, {
  request: schema.$id,
  news: `${schema.$id}#/$defs/NewsArticle`,
  newspic: `${schema.$id}#/$defs/NewsPicArticle`,
});
mkdirSync("generated", { recursive: true });
writeFileSync("generated/validators.cjs", code);

// The second file is for tools that stop at draft-07: it has to compile as strictly.
new Ajv({ strict: true }).compile(JSON.parse(readFileSync("../../../schema/request.draft-07.json", "utf8")));
