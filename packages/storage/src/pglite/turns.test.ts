import { expect, it } from 'vitest';
import { Turns } from './turns.js';

it('hands out turns one at a time, in order', async () => {
  const turns = new Turns();
  const seen: string[] = [];
  await Promise.all(
    ['a', 'b', 'c'].map(async (name, index) => {
      const end = await turns.take();
      seen.push(`${name} begins`);
      await new Promise((resolve) => setTimeout(resolve, 5 - index));
      seen.push(`${name} ends`);
      end();
    }),
  );
  expect(seen).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
});
