/** What the server, or the app, does not show of an article. */

import type { Words } from "../words.js";

/** What is left out, by its reason in words, and how often. */
export class Drops {
  readonly reasons = new Map<string, number>();

  constructor(readonly words: Words) {}

  add(reason: string): string {
    this.reasons.set(reason, (this.reasons.get(reason) ?? 0) + 1);
    return reason;
  }
}

/** A gap in the article with the reason for it. */
export function gap(reason: string, document: Document): HTMLElement {
  const made = document.createElement("span");
  made.className = "wd-gap";
  made.textContent = reason;
  return made;
}
