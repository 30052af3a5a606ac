/** layout_cut_text and layout_pre_overflow: what sticks out of its box. */

import type { LaidOut } from "./frames.js";
import { paragraphsOf } from "./paragraphs.js";

const TALL = 200;

/** The indices of the elements that are higher than their paragraph at any width. */
export function cutTexts(all: LaidOut[]): number[] {
  const faulty = new Set<number>();
  for (const { content, elements } of all) {
    const indices = new Map(elements.map((element, index) => [element as Element, index]));
    for (const paragraph of paragraphsOf(content)) {
      const height = paragraph.getBoundingClientRect().height;
      const allowed = height > TALL ? 20 : 5;
      const tooHigh = [...paragraph.querySelectorAll("*:not(br)")].filter(
        (child) => !child.parentElement?.closest("svg") && child.getBoundingClientRect().height > height + allowed,
      );
      for (const child of tooHigh) {
        const index = indices.get(child);
        if (index !== undefined && !scrollsBetween(child, paragraph)) faulty.add(index);
      }
    }
  }
  return outermost([...faulty], all[0]?.elements ?? []);
}

/** The indices of the `pre` whose text is wider than they are at any width. */
export function widePreformatted(all: LaidOut[]): number[] {
  const faulty = all.flatMap(({ elements }) =>
    [...elements.entries()].filter(([, it]) => it.localName === "pre" && isWide(it)).map(([index]) => index),
  );
  return [...new Set(faulty)].sort((one, other) => one - other);
}

function isWide(pre: HTMLElement): boolean {
  return (pre.textContent ?? "").trim() !== "" && pre.scrollWidth > pre.clientWidth + 1;
}

function scrollsBetween(child: Element, paragraph: Element): boolean {
  for (let above = child.parentElement; above; above = above.parentElement) {
    const { overflowX, overflowY } = above.ownerDocument.defaultView!.getComputedStyle(above);
    if (/auto|scroll/.test(overflowX + overflowY)) return true;
    if (above === paragraph) return false;
  }
  return false;
}

/** Of elements inside each other only the outermost: the others follow from it. */
function outermost(indices: number[], elements: Element[]): number[] {
  const inside = (index: number, other: number) => other !== index && elements[other]!.contains(elements[index]!);
  return indices.filter((index) => !indices.some((other) => inside(index, other))).sort((one, other) => one - other);
}
