import { expect, it } from 'vitest';
import { readViews } from './read-views.js';

const PROSE = 'the cat sat on the mat and looked at them. '.repeat(30);

it('shows what differs with what stands around it, and no more', () => {
  const text = `${PROSE}k1ll${PROSE}`;
  const [, leet] = readViews(text).views;
  expect(leet?.text).toContain('kill');
  expect(leet?.text.length).toBeLessThan(800);
  const at = leet?.text.indexOf('kill') ?? 0;
  expect(leet?.map?.[at]).toBe(PROSE.length);
});

it('keeps apart what does not stand side by side', () => {
  const prose = PROSE.slice(0, 700);
  const text = `k1ll ${prose}h1m`;
  const [, leet] = readViews(text).views;
  const [before, behind] = leet?.text.split(/\n\n {200}/) ?? [];
  expect(before).toContain('kill');
  expect(behind).toContain('him');
});

it('keeps a short text whole', () => {
  expect(readViews('do not k1ll the tree').views[1]?.text).toBe('do not kill the tree');
});

it('costs little of the budget where little differs', () => {
  const { views } = readViews(PROSE.repeat(20).replace('mat', 'm4t').replaceAll('looked', 'l\u200booked'));
  const [raw, ...rest] = views.map((view) => view.text.length);
  expect(rest.reduce((sum, length) => sum + length, 0)).toBeLessThan((raw ?? 0) * 1.2);
});
