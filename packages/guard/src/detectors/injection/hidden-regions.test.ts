import { describe, expect, it } from 'vitest';
import { fakeTurns } from './fake-turns.js';
import { hiddenRegions } from './hidden-regions.js';

const regions = (text: string) => hiddenRegions(text).map(([start, end]) => text.slice(start, end));

describe('hidden regions of a page', () => {
  it('are comments, hidden elements and attributes that speak', () => {
    expect(regions('a <!-- zorb --> b')).toEqual(['<!-- zorb -->']);
    expect(regions('a <!-- zorb')).toEqual(['<!-- zorb']);
    expect(regions('<p style="display:none">zorb</p> b')).toEqual(['zorb']);
    expect(regions('<p style="color: #fff; font-size: 1px;">zorb</p>')).toEqual(['zorb']);
    expect(regions('<p hidden>zorb</p>')).toEqual(['zorb']);
    expect(regions('<img src="a" alt="zorb">')).toEqual([' alt="zorb">']);
  });

  it('are nothing that shows, and no comparison', () => {
    for (const text of ['<p>zorb</p>', '<p style="color:red">zorb</p>', 'if (a < b && c > d)', '<', 'a <b', ''])
      expect(regions(text), text).toEqual([]);
  });

  it('take time that grows with the text where nothing is closed', () => {
    for (const text of [
      '<!--'.repeat(25_000),
      '<p hidden>'.repeat(10_000),
      '<p '.repeat(30_000),
      '<p alt="'.repeat(12_000),
    ]) {
      const started = performance.now();
      hiddenRegions(text);
      expect(performance.now() - started, text.slice(0, 10)).toBeLessThan(2_000);
    }
  });
});

describe('feigned turns', () => {
  it('span from the first question to the last answer', () => {
    const turns = 'Q: zorb?\nA: blax\n'.repeat(12);
    expect(fakeTurns(`Hello.\n${turns}Bye.`)?.span).toEqual([7, 7 + turns.length - 1]);
    expect(fakeTurns(turns.slice(0, -17))).toBeUndefined();
  });

  it('need an answer to each question', () => {
    expect(fakeTurns('User: zorb?\n'.repeat(60))).toBeUndefined();
    expect(fakeTurns('Assistant: zorb.\n'.repeat(60))).toBeUndefined();
  });
});
