/** What goes in and comes out. Reports and requests are generated from the published schemas. */

import type { Place, Range, Report as FileReport, Violation } from "./generated/report.js";
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
  levels?: Record<string, "off" | "warning" | "error">;
  /** Hosts whose images are not external, besides the vendor's; what is below them is included. */
  image_hosts?: string[];
  /** Whether every warning counts as an error. */
  strict?: boolean;
  /** The language of the messages. */
  lang?: Language;
  /** Whether members that are null count as left out. */
  drop_nulls?: boolean;
}

/** How to mend a request: the settings of a check, and how far to go. */
export interface FixOptions extends Settings {
  /** Mends also where something may be lost or differ. */
  unsafe?: boolean;
}

/** What became of a request that was mended. */
export interface Fixed<Request> {
  /** The request with every fix applied, or as it was given where there was none. */
  request: Request;
  /** How many fixes were applied. */
  applied: number;
  /** What a check finds now. */
  report: Report;
}

/** One fault of a layout as a browser measured it: the rule's code, and where the rule is broken. */
export interface LayoutFinding extends Pick<Violation, "code" | "path" | "count"> {
  places: Omit<Place, "found">[];
}

/** An address of an image in an article's HTML. */
export interface ContentImage {
  /** The element's name in lower case. */
  element: string;
  /** The attribute's name in lower case. */
  attribute: string;
  /** The address, decoded. */
  address: string;
  /** What it leads to; images that are not `inside` are dropped by the server. */
  kind: "inside" | "outside" | "local" | "data" | "placeholder" | "empty";
  /** Where the address is in the HTML, in bytes of UTF-8. */
  range: Range;
  /** The same in UTF-16 units. */
  utf16_range: Range;
}

/** New addresses of images: by the old ones, or from a function, which gives nothing for those that stay. */
export type NewAddresses = Readonly<Record<string, string>> | ((address: string) => string | null | undefined);

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
