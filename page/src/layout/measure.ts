/** What needs a real layout, as facts: their levels and words are those of the rules. */

import type { LayoutFinding } from "../engine.js";
import { cutTexts, widePreformatted } from "./cut.js";
import { type LaidOut, layOut } from "./frames.js";
import { overlappingLines } from "./lines.js";
import { contentLiteral, inRequest, offsetsOf } from "./places.js";
import { unevenWidths } from "./width.js";

/** What to measure for each rule: the indices of the elements that break it. */
const MEASURES: Record<string, (all: LaidOut[]) => number[]> = {
  layout_width: unevenWidths,
  layout_line_overlap: overlappingLines,
  layout_cut_text: cutTexts,
  layout_pre_overflow: widePreformatted,
};

const MAX_PLACES = 10;

/** What the findings are about: the content, and the text that it is in. */
export interface Subject {
  html: string;
  /** The request, or the HTML itself. */
  text: string;
  path: "/articles/content" | "/content";
  imageHosts: string[];
}

/** Lays the content out and tells what does not fit, at most one finding a rule. */
export function measureLayout(subject: Subject): Promise<LayoutFinding[]> {
  return layOut(subject.html, subject.imageHosts, (all) => {
    const elements = all[0]!.elements;
    const offsets = offsetsOf(elements, subject.html);
    const place = placer(subject);
    return Object.entries(MEASURES).flatMap(([code, measure]) => {
      const faulty = measure(all);
      if (faulty.length === 0) return [];
      const places = faulty.slice(0, MAX_PLACES).map((index) => place(elements[index]!, offsets[index]));
      return [{ code, path: subject.path, count: faulty.length, places }];
    });
  });
}

const NOWHERE = { line: null, column: null, range: null, utf16_range: null };

/** Makes places in the subject's text of offsets in its content. */
function placer({ html, text, path }: Subject): (element: Element, offset: number | undefined) => LayoutFinding["places"][number] {
  const literal = path === "/content" ? { start: 0, raw: html } : contentLiteral(text);
  const encoder = new TextEncoder();
  return (element, offset) => {
    const name = element.localName.toLowerCase();
    const units = offset ?? 0;
    const base = { offset: [...html.slice(0, units)].length, element: name };
    if (offset === undefined || !literal) return { ...base, ...NOWHERE };
    const start = path === "/content" ? offset : inRequest(offset, literal);
    const end = start + 1 + name.length;
    const before = text.slice(0, start);
    const bytes = encoder.encode(before).length;
    const lineStart = before.lastIndexOf("\n") + 1;
    return {
      ...base,
      line: before.split("\n").length,
      column: [...before.slice(lineStart)].length + 1,
      range: { start: bytes, end: bytes + encoder.encode(text.slice(start, end)).length },
      utf16_range: { start, end },
    };
  };
}
