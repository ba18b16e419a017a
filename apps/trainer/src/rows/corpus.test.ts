import { describe, expect, it } from 'vitest';
import { parseCorpus } from './corpus.js';

const FILE = `# language: en
# domain: kitchen
# negative for: request, content
How long does bread keep?

# about storing
A text
of two lines.


Last one
`;

describe('parseCorpus', () => {
  it('reads the texts between empty lines, and what the comments say', () => {
    expect(parseCorpus('en/kitchen.txt', FILE)).toMatchObject({
      name: 'en/kitchen.txt',
      language: 'en',
      domain: 'kitchen',
      negativeFor: ['request', 'content'],
      texts: ['How long does bread keep?', 'A text\nof two lines.', 'Last one'],
    });
  });

  it.each(['language', 'domain', 'negative for'])('asks for the line of the %s', (key) => {
    const without = FILE.replace(new RegExp(`# ${key}:.*\n`), '');
    expect(() => parseCorpus('en/kitchen.txt', without)).toThrow(
      expect.objectContaining({ code: 'TRAINING_ROW_INVALID' }),
    );
  });
});
