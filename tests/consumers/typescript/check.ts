import type { ErrorObject, ValidateFunction } from "ajv";
import { createRequire } from "node:module";
import type { DraftUpdate } from "./generated/request.js";

type Validators = { request: ValidateFunction<DraftUpdate>; news: ValidateFunction; newspic: ValidateFunction };
const validators: Validators = createRequire(import.meta.url)("../generated/validators.cjs");

/** What is wrong with a request, one line each: the place, then the sentence. */
export function problems(request: any): string[] {
  if (validators.request(request)) return [];
  // The errors of `anyOf` speak of both branches at once: take those of the branch that was meant.
  const outside = validators.request.errors!.filter((e) => !e.instancePath.startsWith("/articles"));
  if (request?.articles === undefined) return outside.map((e) => sentence("", e));
  const branch = request.articles?.article_type === "newspic" ? validators.newspic : validators.news;
  branch(request.articles);
  return [...outside.map((e) => sentence("", e)), ...(branch.errors ?? []).map((e) => sentence("/articles", e))];
}

const sentence = (prefix: string, e: ErrorObject) => `${prefix}${e.instancePath}: ${e.message} ${JSON.stringify(e.params)}`;
