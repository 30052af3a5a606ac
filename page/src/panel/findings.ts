/** The list of findings. */

import { byId, element } from "../element.js";
import type { Place, Report, Violation } from "../engine.js";
import { safeFixes } from "../edits.js";
import type { Words } from "../words.js";

export interface Actions {
  select(place: Place | Violation): void;
  fix(violation: Violation): void;
  fixAll(): void;
}

/** Shows a report with what a layout added to it. */
export function showFindings(report: Report, words: Words, actions: Actions): void {
  showSummary(report, words, actions);
  const list = byId("findings");
  const entries = report.violations.map((violation) => entry(violation, words, actions));
  if (report.omitted > 0) entries.push(element("li", { class: "quiet" }, words.omitted(report.omitted)));
  list.replaceChildren(...(entries.length > 0 ? entries : [element("li", { class: "quiet" }, words.nothing)]));
}

function showSummary(report: Report, words: Words, actions: Actions): void {
  const count = (level: string) => report.violations.filter((violation) => violation.level === level).length;
  const verdict = element("strong", { class: report.ok ? "good" : "bad" }, report.ok ? words.maySend : words.mayNotSend);
  const counts = [
    count("error") > 0 ? words.errors(count("error")) : "",
    count("warning") > 0 ? words.warnings(count("warning")) : "",
    count("info") > 0 ? words.infos(count("info")) : "",
  ].filter(Boolean);
  byId("summary").replaceChildren(verdict, counts.length > 0 ? ` · ${counts.join(" · ")}` : "");
  const fixes = safeFixes(report).length;
  const button = element("button", { type: "button", class: "primary", click: actions.fixAll }, words.fixAll(fixes));
  byId("fix-all").replaceChildren(...(fixes > 0 ? [button] : []));
}

function entry(violation: Violation, words: Words, actions: Actions): HTMLElement {
  const { level, code, path, message, url } = violation;
  const head = element("div", { class: "finding-head" },
    element("span", { class: `level ${level}` }, words[level]),
    element("a", { class: "code", href: url ?? undefined, target: "_blank", rel: "noreferrer" }, code),
    path ? element("span", { class: "path" }, path) : undefined);
  const body = element("p", {}, message);
  const tools = element("div", { class: "finding-tools" }, ...placeButtons(violation, words, actions), fixButton(violation, words, actions));
  return element("li", { class: `finding ${level}` }, head, body, tools);
}

function placeButtons(violation: Violation, words: Words, actions: Actions): HTMLElement[] {
  const places: (Place | Violation)[] = violation.places.length > 0 ? violation.places : [violation];
  const buttons = places.filter((place) => place.line !== null && place.column !== null).map((place) => {
    const label = words.line(place.line!, place.column!);
    const what = "element" in place ? [place.element && `<${place.element}>`, place.found].filter(Boolean).join(" ") : "";
    return element("button", { type: "button", class: "place", click: () => actions.select(place) }, what ? `${label} ${what}` : label);
  });
  const more = violation.count - violation.places.length;
  if (violation.places.length > 0 && more > 0) buttons.push(element("span", { class: "quiet" }, words.moreFound(more)) as never);
  return buttons;
}

function fixButton(violation: Violation, words: Words, actions: Actions): HTMLElement | undefined {
  const fix = violation.fix;
  if (!fix?.edits) return undefined;
  const label = fix.applicability === "safe" ? words.fix : words.fixUnsafe;
  return element("button", { type: "button", class: "fix", title: fix.message, click: () => actions.fix(violation) },
    element("span", {}, label), element("span", { class: "fix-what" }, fix.message));
}
