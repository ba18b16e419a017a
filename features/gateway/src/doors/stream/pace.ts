/** Checks of parts: the first at once, so that the first word leaves early, then ever larger ones. */
const FIRST_STEP = 48;
const LAST_STEP = 640;
/** A line that is whole is checked early, but not for each of a thousand short ones: so much of a step is there by then. */
const LINE_SHARE = 1 / 16;
/** Unchecked text waits no longer than this, in milliseconds; longer once a stream has run for a while. */
const FIRST_WAIT_MS = 40;
const LAST_WAIT_MS = 250;

/** When the next part of a stream is to be checked. */
export class Pace {
  #step = 1;
  #waitMs = FIRST_WAIT_MS;

  /** `unchecked` in UTF-16 units; `hasLineEnd` where a line or sentence of it is whole. */
  isDue(unchecked: number, hasLineEnd: boolean): boolean {
    return unchecked > 0 && unchecked >= this.#step * (hasLineEnd ? LINE_SHARE : 1);
  }

  get waitMs(): number {
    return this.#waitMs;
  }

  hasChecked(): void {
    this.#step = Math.min(LAST_STEP, Math.max(FIRST_STEP, this.#step * 2));
    this.#waitMs = Math.min(LAST_WAIT_MS, this.#waitMs + 10);
  }
}
