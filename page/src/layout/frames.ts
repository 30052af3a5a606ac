/** The article laid out at three widths, unseen. */

import { Drops } from "../preview/drop.js";
import { makeFrame, show } from "../preview/frame.js";
import { readersVersion } from "../preview/reader.js";
import { WORDS } from "../words.js";

/** The widths that the vendor's specification names, in pixels. */
export const WIDTHS = [585, 677, 375] as const;

/** The content at one width: the block, and the elements in document order, the same at every width. */
export interface LaidOut {
  width: number;
  content: HTMLElement;
  elements: HTMLElement[];
}

const STYLE = `
  html, body { margin: 0; padding: 0; }
  body { font: 17px/1.6 system-ui, "Noto Sans CJK SC", sans-serif; }
  * { max-width: 100%; box-sizing: border-box; word-wrap: break-word; }
  .wd-gap, .wd-embedded { display: none; }`;

/** Lays the content out at every width, gives it to `measure`, and takes the frames away again. */
export async function layOut<Result>(html: string, imageHosts: string[], measure: (all: LaidOut[]) => Result): Promise<Result> {
  const frames = WIDTHS.map(() => makeFrame(""));
  try {
    const all = await Promise.all(WIDTHS.map((width, index) => layOutAt(frames[index]!, width, html, imageHosts)));
    return measure(all);
  } finally {
    for (const frame of frames) frame.remove();
  }
}

async function layOutAt(frame: HTMLIFrameElement, width: number, html: string, imageHosts: string[]): Promise<LaidOut> {
  frame.className = "measure";
  frame.ariaHidden = "true";
  frame.tabIndex = -1;
  frame.width = String(width + 200);
  document.body.append(frame);
  const content = document.createElement("div");
  content.style.width = `${width}px`;
  const nodes = readersVersion(html, new Drops(WORDS.en), imageHosts);
  // Numbered before anything is added, so that elements can be found in the text again.
  const elements = [...nodes.querySelectorAll<HTMLElement>("*:not(.wd-gap, .wd-embedded)")];
  for (const image of nodes.querySelectorAll<HTMLElement>("img")) size(image);
  content.append(nodes);
  await show(frame, content, STYLE);
  return { width, content, elements };
}

/** A picture that has no size yet takes the one that it will have. */
function size(image: HTMLElement): void {
  const width = Number(image.dataset.w) || Number(image.getAttribute("width"));
  if (!image.style.width && width > 0) image.style.width = `${width}px`;
  if (!image.style.height) image.style.height = "auto";
  image.style.aspectRatio = String(1 / (Number(image.dataset.ratio) || 0.6));
  image.style.display ||= "inline-block";
}
