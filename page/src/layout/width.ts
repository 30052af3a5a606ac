/** layout_width: an element that does not fit every width alike. */

import type { LaidOut } from "./frames.js";
import { paragraphsOf } from "./paragraphs.js";

interface Box {
  width: number;
  share: number;
  centred: boolean;
  overflows: boolean;
}

/** The indices of the elements with this fault. */
export function unevenWidths(all: LaidOut[]): number[] {
  const paragraphs = new Set(all.flatMap(({ content }) => paragraphsOf(content)));
  const count = all[0]?.elements.length ?? 0;
  return Array.from({ length: count }, (_, index) => index).filter((index) => {
    const elements = all.map(({ elements }) => elements[index]!);
    if (elements[0]!.closest("[data-ignore-width]")) return false;
    const boxes = all.map((laidOut, at) => boxOf(elements[at]!, laidOut));
    const isParagraph = elements.some((element) => paragraphs.has(element));
    return (hasWidth(elements[0]!) && isUneven(boxes)) || (isParagraph && boxes.some((box) => box.overflows));
  });
}

function hasWidth(element: HTMLElement): boolean {
  return /(^|;)\s*width\s*:/i.test(element.getAttribute("style") ?? "");
}

function isUneven(boxes: Box[]): boolean {
  const spread = (of: (box: Box) => number) => Math.max(...boxes.map(of)) - Math.min(...boxes.map(of));
  const fillsOne = boxes.some((box) => box.share > 0.999);
  const changes = spread((box) => box.width) > 10 && spread((box) => box.share) > (fillsOne ? 0.001 : 0.2);
  const centred = boxes.filter((box) => box.centred).length;
  const overflowing = boxes.filter((box) => box.overflows).length;
  const inSome = (count: number) => count > 0 && count < boxes.length;
  return (changes && centred < boxes.length) || inSome(centred) || inSome(overflowing);
}

function boxOf(element: HTMLElement, { content, width }: LaidOut): Box {
  const box = element.getBoundingClientRect();
  const around = content.getBoundingClientRect();
  const left = box.left - around.left;
  const right = around.right - box.right;
  const evenly = Math.abs(left - right) <= 1;
  return { width: box.width, share: box.width / width, centred: evenly, overflows: (left < -1 || right < -1) && !evenly };
}
