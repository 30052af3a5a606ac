/** Fixes, applied to the text in the editor. */

import type { Report, Violation } from "./engine.js";

type Edit = { range: [number, number]; replacement: string };

/** The edits of one violation, in UTF-16 units of the text. */
export function editsOf(violation: Violation): Edit[] {
  return (violation.fix?.edits ?? []).flatMap(({ utf16_range: range, replacement }) =>
    range ? [{ range: [range.start, range.end], replacement }] : [],
  );
}

/** The safe fixes that do not overlap: of two that do, the first one stays. */
export function safeFixes(report: Report): Edit[][] {
  const chosen: Edit[][] = [];
  for (const violation of report.violations) {
    const edits = editsOf(violation);
    const meets = (edit: Edit) => chosen.flat().some(({ range }) => overlap(range, edit.range));
    if (violation.fix?.applicability === "safe" && edits.length > 0 && !edits.some(meets)) chosen.push(edits);
  }
  return chosen;
}

/** The text with the edits applied. */
export function apply(text: string, edits: Edit[]): string {
  const sorted = [...edits].sort((one, other) => other.range[0] - one.range[0]);
  return sorted.reduce((now, { range, replacement }) => now.slice(0, range[0]) + replacement + now.slice(range[1]), text);
}

function overlap(one: [number, number], other: [number, number]): boolean {
  return one[0] < other[1] && other[0] < one[1] || one[0] === other[0];
}
