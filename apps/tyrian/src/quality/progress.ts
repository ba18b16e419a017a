/** Says on standard error how far something is. */
export interface Progress {
  /** `count` more of `of` are done. */
  advance(what: string, count: number, of: number): void;
  note(line: string): void;
}

interface Sink {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/** Milliseconds between two lines about the same. */
const EVERY_MS = 2_000;

/** At a terminal one line that changes, elsewhere a line now and then. */
export function createProgress(sink: Sink, now: () => number = () => performance.now()): Progress {
  let current = '';
  let done = 0;
  let saidAt = now();
  return {
    advance(what, count, of) {
      if (what !== current) {
        current = what;
        done = 0;
      }
      done += count;
      const isLast = done >= of;
      if (!isLast && now() - saidAt < EVERY_MS) return;
      saidAt = now();
      const line = `${done} of ${of} ${what}`;
      sink.write(sink.isTTY ? `\r${line}${isLast ? '\n' : ''}` : `${line}\n`);
    },
    note(line) {
      sink.write(`${line}\n`);
    },
  };
}
