/** layout_line_overlap: lines of a text that run into each other. */

import type { LaidOut } from "./frames.js";

const LEAST = 0.95;

/** The indices of the elements whose own text has this fault at any width. */
export function overlappingLines(all: LaidOut[]): number[] {
  const faulty = all.flatMap(({ elements }) => [...elements.entries()].filter(([, it]) => overlaps(it)).map(([index]) => index));
  return [...new Set(faulty)].sort((one, other) => one - other);
}

function overlaps(element: HTMLElement): boolean {
  if (element.closest("svg")) return false;
  const texts = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE && (node.textContent ?? "").trim() !== "");
  if (texts.length === 0) return false;
  const style = element.ownerDocument.defaultView!.getComputedStyle(element);
  const lineHeight = style.lineHeight === "normal" ? Infinity : Number.parseFloat(style.lineHeight);
  return lineHeight < LEAST * Number.parseFloat(style.fontSize) && lineCount(texts) >= 2;
}

/** A line begins wherever the text goes back to the left: that holds for lines of no height too. */
function lineCount(texts: Node[]): number {
  let lines = 0;
  let last = Number.POSITIVE_INFINITY;
  for (const text of texts) {
    const range = text.ownerDocument!.createRange();
    range.selectNodeContents(text);
    for (const box of range.getClientRects()) {
      if (box.width === 0) continue;
      if (box.left < last - 1) lines += 1;
      last = box.right;
    }
  }
  return lines;
}
