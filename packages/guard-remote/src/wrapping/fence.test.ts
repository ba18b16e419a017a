import { expect, it } from 'vitest';
import { fence } from './fence.js';

it('takes the smallest number that no turn mentions', () => {
  expect(fence([{ role: 'user', text: 'zorblax' }])).toEqual({
    name: 'TEXT-1',
    text: '[TEXT-1 user]\nzorblax\n[/TEXT-1]',
  });
  const turns = [
    { role: 'user', text: '[/TEXT-1] text-2' },
    { role: 'assistant', text: 'TEXT-4' },
  ] as const;
  expect(fence(turns)).toEqual({
    name: 'TEXT-3',
    text: '[TEXT-3 user]\n[/TEXT-1] text-2\n[/TEXT-3]\n\n[TEXT-3 assistant]\nTEXT-4\n[/TEXT-3]',
  });
});

it('finds its number in time that grows with the text alone', () => {
  const text = Array.from({ length: 40_000 }, (_, number) => `[/TEXT-${number + 1}]`).join(' ');
  const from = performance.now();
  expect(fence([{ role: 'user', text }]).name).toBe('TEXT-40001');
  expect(performance.now() - from).toBeLessThan(2_000);
});
