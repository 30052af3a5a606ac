/**
 * The text on the left. A text area holds it; a copy underneath, laid out alike, carries the
 * underlines, as highlights that change nothing in it.
 */

import { byId } from "../element.js";
import type { Violation } from "../engine.js";

const LEVELS = ["info", "warning", "error"] as const;

export class Editor {
  readonly #area = byId<HTMLTextAreaElement>("text");
  readonly #copy = byId("underlines");
  readonly #shown = this.#copy.appendChild(document.createTextNode(""));

  /** Calls `changed` when a person changed the text. */
  constructor(changed: () => void) {
    this.#area.addEventListener("input", () => {
      this.#mirror();
      changed();
    });
    this.#area.addEventListener("scroll", () => this.#follow());
    new ResizeObserver(() => this.#follow()).observe(this.#area);
  }

  get text(): string {
    return this.#area.value;
  }

  /** Replaces the text; as a person's change it can be undone, as the file's it cannot. */
  replace(text: string, byPerson: boolean): void {
    if (byPerson) {
      this.#area.focus();
      this.#area.select();
      // The only way to change a text area that its undo knows; setting the value forgets all steps.
      if (!document.execCommand("insertText", false, text)) this.#area.value = text;
    } else {
      this.#area.value = text;
    }
    this.#area.setSelectionRange(0, 0);
    this.#area.scrollTop = 0;
    this.#mirror();
  }

  /** Underlines the findings at their places. */
  underline(violations: Violation[]): void {
    for (const level of LEVELS) {
      const ranges = violations.filter((violation) => violation.level === level).flatMap((violation) => this.#ranges(violation));
      CSS.highlights?.set(`finding-${level}`, new Highlight(...ranges));
    }
  }

  /** Selects a place and brings it into view. */
  select(start: number, end: number): void {
    this.#area.focus();
    this.#area.setSelectionRange(start, end);
    const box = this.#range(start, end).getBoundingClientRect();
    const top = box.top - this.#copy.getBoundingClientRect().top;
    this.#area.scrollTop = top - this.#area.clientHeight / 3;
  }

  #ranges(violation: Violation): Range[] {
    const places = violation.places.map((place) => place.utf16_range).filter((range) => range !== null);
    const all = places.length > 0 ? places : violation.utf16_range ? [violation.utf16_range] : [];
    return all.map(({ start, end }) => this.#range(start, end));
  }

  /** An empty place is shown by the character at it. */
  #range(start: number, end: number): Range {
    const length = this.#shown.length;
    const range = document.createRange();
    range.setStart(this.#shown, Math.min(start, length - 1));
    range.setEnd(this.#shown, Math.min(Math.max(end, start + 1), length));
    return range;
  }

  #mirror(): void {
    // The last line needs something in it to be as high as in the text area.
    this.#shown.data = `${this.#area.value} `;
    this.#follow();
  }

  #follow(): void {
    this.#copy.style.width = `${this.#area.clientWidth}px`;
    this.#copy.style.transform = `translateY(${-this.#area.scrollTop}px)`;
  }
}
