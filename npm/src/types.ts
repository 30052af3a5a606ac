/** What goes in and comes out. Reports and requests are generated from the published schemas. */

import type { Report as FileReport, Violation } from "./generated/report.js";
import type { NewsArticle, NewsPicArticle } from "./generated/request.js";

export type * from "./generated/request.js";
export type { Edit, Fix, Place, Range, Violation } from "./generated/report.js";

/** What was found in one request. */
export type Report = Pick<FileReport, "ok" | "violations"> & {
  /** How many violations there are beyond the listed ones. */
  omitted: number;
};

/** How much a violation weighs. */
export type Level = Violation["level"];

/** The language of messages: English or Simplified Chinese. */
export type Language = "en" | "zh";

/** The settings of a check; the same names as in `weixin-draft.toml`. */
export interface Settings {
  /** Levels of your own, by the rule's code. */
  levels?: Record<string, "off" | "info" | "warning" | "error">;
  /** Hosts whose images are not external, besides the vendor's; what is below them is included. */
  image_hosts?: string[];
  /** Whether every warning counts as an error. */
  strict?: boolean;
  /** The language of the messages. */
  lang?: Language;
  /** Whether members that are null count as left out. */
  drop_nulls?: boolean;
}

/** An article of either type. */
export type Article = NewsArticle | NewsPicArticle;

/** An article from a draft, ready to be changed and sent back. */
export interface Converted {
  /** The article, or null where the report has errors. */
  article: Article | null;
  /** The fields that were left out, as JSON Pointers into the item. */
  dropped: string[];
  report: Report;
}

export type CropRatio = "1_1" | "16_9" | "2.35_1";

export type Schema = "request" | "response" | "report" | "llm" | "openapi";

export interface Rule {
  code: string;
  level: Level;
  /** Whether its level can be changed. */
  movable: boolean;
  /** Where the rule is known from. */
  source: string;
  /** Whether the published JSON Schema says it too. */
  schema: "yes" | "partly" | "no";
  summary: string;
  reason: string;
}

export interface ErrorCode {
  code: number;
  /** The kind of reaction that it calls for. */
  class: "ok" | "retry" | "token" | "authorise" | "caller" | "quota" | "account";
  source: "page" | "global" | "seen";
  meaning: string;
  action: string;
}
