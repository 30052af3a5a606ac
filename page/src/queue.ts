/** What the page has to do, one piece after the other: no frame is replaced while it loads. */

type Work = (isLast: () => boolean) => Promise<void>;

export class Queue {
  #last: Promise<void> = Promise.resolve();
  #waiting = 0;
  #turn = 0;
  #timer: number | undefined;

  /** Calls `tell` with whether anything is left to be done: screen readers wait for it, and so do tests. */
  constructor(readonly tell: (isBusy: boolean) => void) {}

  /** Does this after all that was added before. */
  async add(work: () => Promise<void>): Promise<void> {
    this.#waiting += 1;
    this.#tell();
    const done = this.#last.then(work).finally(() => {
      this.#waiting -= 1;
      this.#tell();
    });
    this.#last = done.catch(() => {});
    await done;
  }

  /** Does this in place of what `replace` and `later` were given before; `isLast` turns false when that happens to it. */
  replace(work: Work): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const turn = ++this.#turn;
    const isLast = () => turn === this.#turn;
    return this.add(async () => {
      if (isLast()) await work(isLast);
    });
  }

  /** Calls this after a pause, unless something replaces it before. */
  later(milliseconds: number, begin: () => void): void {
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(begin, milliseconds);
    this.#tell();
  }

  #tell(): void {
    this.tell(this.#waiting > 0 || this.#timer !== undefined);
  }
}
