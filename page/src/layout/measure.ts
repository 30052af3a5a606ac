/** Findings that need a real layout, in the form of all others. */

import type { Place, Violation } from "../engine.js";
import type { Language } from "../words.js";
import { cutTexts, widePreformatted } from "./cut.js";
import { type LaidOut, layOut } from "./frames.js";
import { overlappingLines } from "./lines.js";
import { contentLiteral, inRequest, offsetsOf } from "./places.js";
import { unevenWidths } from "./width.js";
import { CODES, type LayoutCode, SENTENCES } from "./words.js";

const MEASURES: Record<LayoutCode, (all: LaidOut[]) => number[]> = {
  layout_width: unevenWidths,
  layout_line_overlap: overlappingLines,
  layout_cut_text: cutTexts,
  layout_pre_overflow: widePreformatted,
};

const MAX_PLACES = 10;

/** What the findings are about: the content, and the text that it stands in. */
export interface Subject {
  html: string;
  /** The request, or the HTML itself. */
  text: string;
  path: "/articles/content" | "/content";
  imageHosts: string[];
}

/** Lays the content out and reports what does not fit, at most one finding a code. */
export function measureLayout(subject: Subject, language: Language): Promise<Violation[]> {
  return layOut(subject.html, subject.imageHosts, (all) => {
    const elements = all[0]!.elements;
    const offsets = offsetsOf(elements, subject.html);
    const place = placer(subject);
    return CODES.flatMap((code) => {
      const faulty = MEASURES[code](all);
      if (faulty.length === 0) return [];
      const places = faulty.slice(0, MAX_PLACES).map((index) => place(elements[index]!, offsets[index]));
      return [violation(code, language, subject.path, places, faulty.length)];
    });
  });
}

function violation(code: LayoutCode, language: Language, path: string, places: Place[], count: number): Violation {
  const { line, column, range, utf16_range } = places.find((place) => place.line !== null) ?? NOWHERE;
  return {
    code, level: "info", path, message: SENTENCES[code][language], limit: null, found: null,
    line, column, range, utf16_range, count, places, fix: null,
    url: `https://github.com/weixin-draft/weixin-draft/blob/main/docs/preview.md#${code}`,
  };
}

const NOWHERE = { line: null, column: null, range: null, utf16_range: null };

/** Makes places in the subject's text of offsets in its content. */
function placer({ html, text, path }: Subject): (element: Element, offset: number | undefined) => Place {
  const literal = path === "/content" ? { start: 0, raw: html } : contentLiteral(text);
  const encoder = new TextEncoder();
  return (element, offset) => {
    const name = element.localName.toLowerCase();
    const units = offset ?? 0;
    const base = { offset: [...html.slice(0, units)].length, element: name, found: null };
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
