import { describe, expect, it } from 'vitest';
import { SEPARATOR_RUN_MAX } from '../automaton/pattern.js';
import { isSeparatorUnit } from '../unicode/units.js';
import { readViews } from './read-views.js';
import { spansOf } from './spans.js';
import { hasLongSeparation } from './squeezed.js';

describe('squeezed', () => {
  it('makes one space of a run that the automaton does not take as one', () => {
    const text = `zor${'\n'.repeat(40)}blax`;
    const view = readViews(text).views.find(({ name }) => name === 'squeezed');
    if (!view) throw new Error('no view');
    expect(view.text).toBe('zor blax');
    expect(spansOf(view, 0, 8)).toEqual([[0, text.length]]);
    expect(spansOf(view, 4, 8)).toEqual([[43, 47]]);
  });

  it('leaves what the automaton can take by itself', () => {
    expect(readViews(`zor${' '.repeat(SEPARATOR_RUN_MAX)}blax`).views).toHaveLength(1);
  });

  it('knows every separator that the automaton knows', () => {
    for (let unit = 0; unit < 0x10000; unit++) {
      const isKnown = hasLongSeparation(String.fromCharCode(unit).repeat(SEPARATOR_RUN_MAX + 1));
      if (isKnown !== isSeparatorUnit(unit)) throw new Error(`U+${unit.toString(16)}`);
    }
  });
});
