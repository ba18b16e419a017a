import { describe, expect, it } from 'vitest';
import { notice } from './notice.js';

describe('notice', () => {
  it('names the makers of each source, in order, with the licence', () => {
    const lines = notice(['davidson', 'aart', 'corpus/en/kitchen.txt'])
      .split('\n')
      .filter((line) => line.startsWith('- '));
    expect(lines).toEqual([
      expect.stringMatching(/^- aart \(CC-BY-4\.0\): AART .*https:/),
      expect.stringMatching(/^- davidson \(MIT\): Davidson .*https:/),
    ]);
  });
});
