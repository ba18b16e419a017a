import { describe, expect, it } from 'vitest';
import { createProgress } from './progress.js';

function progressAt(isTTY: boolean) {
  let [written, time] = ['', 0];
  const sink = {
    isTTY,
    write(text: string) {
      written += text;
    },
  };
  const progress = createProgress(sink, () => time);
  const wait = (ms: number) => {
    time += ms;
  };
  return { progress, wait, written: () => written };
}

describe('progress', () => {
  it('is said now and then, at the end always, and anew for what comes next', () => {
    const { progress, wait, written } = progressAt(false);
    for (let row = 0; row < 4; row++) {
      wait(1_500);
      progress.advance('rows', 1, 4);
    }
    progress.advance('groups', 1, 2);
    progress.advance('groups', 1, 2);
    expect(written()).toBe('2 of 4 rows\n4 of 4 rows\n2 of 2 groups\n');
  });

  it('changes one line at a terminal', () => {
    const { progress, wait, written } = progressAt(true);
    wait(3_000);
    progress.advance('rows', 1, 2);
    progress.advance('rows', 1, 2);
    progress.note('a note');
    expect(written()).toBe('\r1 of 2 rows\r2 of 2 rows\na note\n');
  });
});
