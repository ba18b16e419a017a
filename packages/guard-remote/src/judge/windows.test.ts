import type { GuardTurn } from '@tyrian/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sizeOf, windowsOf } from './windows.js';

const user = (text: string): GuardTurn => ({ role: 'user', text });
const ask = (...texts: string[]) => ({ stage: 'input' as const, turns: texts.map(user) });
const textsOf = (windows: ReturnType<typeof windowsOf>) => windows.map(({ turns }) => turns.map(({ text }) => text));

describe('windowsOf', () => {
  it('leaves alone what fits', () => {
    const question = ask('earlier', 'now');
    expect(windowsOf(question, 10)).toEqual([question]);
    expect(windowsOf(question, 10)[0]).toBe(question);
  });

  it('cuts the judged turn into pieces that overlap', () => {
    expect(textsOf(windowsOf(ask('abcdefghijklmnopqrst'), 8))).toEqual([['abcdefgh'], ['hijklmno'], ['opqrst']]);
  });

  it('drops the oldest turns first, and keeps the end of one that fits in part', () => {
    expect(textsOf(windowsOf(ask('oldest', 'older', 'new', 'now'), 10))).toEqual([['lder', 'new', 'now']]);
  });

  it('keeps a quarter for what was said before where the judged turn is long', () => {
    const windows = textsOf(windowsOf(ask('xxxxxxxx', 'abcdefghijkl'), 8));
    expect(windows).toEqual([
      ['xx', 'abcdef'],
      ['xx', 'ghijkl'],
    ]);
  });

  it('judges a picture once, with the first piece', () => {
    const turns = [{ role: 'user' as const, text: 'abcdefgh', media: 'data:,' }];
    const windows = windowsOf({ stage: 'input', turns }, 4);
    expect(windows.map(({ turns: [turn] }) => turn?.media)).toEqual(['data:,', undefined]);
  });

  it('has nothing to ask of nothing', () => {
    expect(windowsOf({ stage: 'input', turns: [] }, 10)).toEqual([]);
    expect(windowsOf(ask(''), 10)).toHaveLength(1);
  });

  it('shows all of the judged text, whole characters, in order, within the size, whatever comes before', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '😀', 'é', '中'), maxLength: 60 });
    fc.assert(
      fc.property(
        fc.array(text, { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 2, max: 40 }),
        (texts, characters) => {
          const windows = windowsOf(ask(...texts), characters);
          const judged = texts.at(-1) ?? '';
          let at = 0;
          for (const window of windows) {
            expect(sizeOf(window)).toBeLessThanOrEqual(Math.max(characters, LEAST));
            const piece = window.turns.at(-1)?.text ?? '';
            for (const { text } of window.turns) expect(text).not.toMatch(/\p{Surrogate}/u);
            // Each piece begins within or right behind the one before it.
            const start = judged.slice(0, at + piece.length).lastIndexOf(piece);
            expect(start).toBeGreaterThanOrEqual(0);
            expect(start).toBeLessThanOrEqual(at);
            at = start + piece.length;
          }
          const lengths = windows.map(({ turns }) => turns.at(-1)?.text.length ?? 0);
          expect(lengths.reduce((sum, length) => sum + length, 0)).toBeGreaterThanOrEqual(judged.length);
          expect(judged.endsWith(windows.at(-1)?.turns.at(-1)?.text ?? '?')).toBe(true);
        },
      ),
    );
  });

  it('leaves no character out', () => {
    fc.assert(
      fc.property(fc.nat(200), fc.nat(30), fc.integer({ min: 4, max: 40 }), (length, before, characters) => {
        const judged = Array.from({ length }, (_, at) => String.fromCodePoint(0x1f300 - 100 + at)).join('');
        const shown = windowsOf(ask('x'.repeat(before), judged), characters).map(
          ({ turns }) => turns.at(-1)?.text ?? '',
        );
        expect([...new Set(shown.join(''))].join('')).toBe(judged);
      }),
    );
  });

  it('cuts a long text into no more pieces than it needs', () => {
    const windows = windowsOf(ask('a'.repeat(100_000)), 1_000);
    expect(windows.length).toBe(Math.ceil((100_000 - 1_000) / 875) + 1);
  });
});

const LEAST = 4;
