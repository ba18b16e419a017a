import { describe, expect, it } from 'vitest';
import { SeenTexts } from './seen-texts.js';

const texts = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => `zorblax ${from + index}`);

describe('SeenTexts', () => {
  const seen = SeenTexts.of(texts(0, 5_000).map((text) => SeenTexts.digest(text)));

  it('knows every text again, after writing and reading it too', () => {
    const read = SeenTexts.fromBase64(seen.toBase64());
    expect(texts(0, 5_000).every((text) => seen.has(text) && read.has(text))).toBe(true);
  });

  it('takes hardly any other text for one of them', () => {
    expect(texts(5_000, 25_000).filter((text) => seen.has(text)).length).toBeLessThan(12);
  });

  it('takes texts for the same that differ in case, marks and spaces', () => {
    expect(seen.has('  ZORBLAX, 17! ')).toBe(true);
  });
});
