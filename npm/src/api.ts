/** The functions of the package, the same in every entry. */

import { started } from "./module.js";
import type {
  ContentImage, Converted, CropRatio, ErrorCode, Fixed, FixOptions, Language, LayoutFinding, NewAddresses, Report, Rule, Schema,
  Settings,
} from "./types.js";

export { OptionsError } from "./functions.js";
export type * from "./types.js";

/**
 * Checks a request with every rule, and reports all that is wrong with it.
 *
 * Text and bytes are judged as they are. Of an object, which never was text, places in the text are null.
 * `layout` is what a browser measured of the text, for a page that lays articles out.
 */
export function check(request: string | Uint8Array | object, settings: Settings = {}, layout: LayoutFinding[] = []): Report {
  const report = started().call("check", asText(request), { settings, layout }) as Report;
  return typeof request === "string" || request instanceof Uint8Array ? report : withoutLocations(report);
}

/**
 * Checks the HTML of an article alone. Paths begin with `/content`, and ranges are those of the HTML.
 */
export function checkContent(
  html: string,
  settings: Settings = {},
  articleType: "news" | "newspic" = "news",
  layout: LayoutFinding[] = [],
): Report {
  return started().call("check_content", html, { settings, article_type: articleType, layout }) as Report;
}

/**
 * Mends what has one obvious way to be mended, as `weixin-draft check --fix` does, and checks again.
 *
 * The request comes back as it was given: as text, as bytes or as an object. Nothing but what has a fix changes.
 */
export function fix<Request extends string | Uint8Array | object>(request: Request, options: FixOptions = {}): Fixed<Request> {
  const { unsafe, ...settings } = options;
  const answer = started().call("fix", asText(request), { settings, unsafe }) as Fixed<string | null>;
  const text = answer.request;
  if (typeof request === "string") return { ...answer, request: text } as Fixed<Request>;
  if (request instanceof Uint8Array) return { ...answer, request: text === null ? request : new TextEncoder().encode(text) } as Fixed<Request>;
  return { ...answer, request: JSON.parse(text!), report: withoutLocations(answer.report) } as Fixed<Request>;
}

/** The addresses of the images in an article's HTML, in the order of the document. */
export function images(html: string): ContentImage[] {
  return started().call("images", html, {}) as ContentImage[];
}

/**
 * The HTML with new addresses for its images, escaped as their places demand; nothing else changes.
 *
 * `addresses` has the new address by the old one, or gives it; an image without a new address stays.
 */
export function replaceImages(html: string, addresses: NewAddresses): string {
  const old = images(html).filter(({ kind }) => kind !== "empty").map(({ address }) => address);
  const newOf = typeof addresses === "function" ? addresses : (address: string) => (Object.hasOwn(addresses, address) ? addresses[address] : undefined);
  const found = [...new Set(old)].flatMap((address) => {
    const replacement = newOf(address);
    return replacement ? [[address, replacement] as const] : [];
  });
  return started().call("replace_images", html, { addresses: Object.fromEntries(found) }) as string;
}

/** Converts an item of the `news_item` that draft/get answers with. Its article is null where it has errors. */
export function convertNewsItem(item: string | Uint8Array | object, lang: Language = "en"): Converted {
  return started().call("convert_news_item", asText(item), { lang }) as Converted;
}

/**
 * The largest part of a picture with the given ratio, as a value for `pic_crop_*`: in the middle,
 * or around `focus`, whose coordinates are decimals between "0" and "1".
 */
export function cropFit(width: number, height: number, ratio: CropRatio, focus?: [x: string, y: string]): string {
  return started().call("crop_fit", "", { width, height, ratio, focus }) as string;
}

/** All rules, in the order of the table. */
export function rules(lang: Language = "en"): Rule[] {
  return started().call("rules", "", { lang }) as Rule[];
}

/** What an answer code of the server means and what to do; null for a number that is not in the table. */
export function errcode(code: number, lang: Language = "en"): ErrorCode | null {
  return started().call("errcode", "", { code, lang }) as ErrorCode | null;
}

/** A published schema; `llm` and `openapi` exist in draft 2020-12 only. */
export function jsonSchema(kind: Schema = "request", draft: "2020-12" | "7" = "2020-12"): Record<string, unknown> {
  return started().call("json_schema", "", { kind, draft }) as Record<string, unknown>;
}

/** Places in a text that the caller never saw say nothing; neither do edits of it. */
function withoutLocations(report: Report): Report {
  const nowhere = { line: null, column: null, range: null, utf16_range: null };
  const violations = report.violations.map((violation) => ({
    ...violation,
    ...nowhere,
    places: violation.places.map((place) => ({ ...place, ...nowhere })),
    fix: violation.fix && { ...violation.fix, edits: null },
  }));
  return { ...report, violations };
}

function asText(value: string | Uint8Array | object): string | Uint8Array {
  if (typeof value === "string" || value instanceof Uint8Array) return value;
  const text: string | undefined = JSON.stringify(value);
  if (text === undefined) throw new TypeError("not a request: give text, bytes or an object");
  return text;
}
