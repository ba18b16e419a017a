import type { Repair } from '@tyrian/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readWalk } from './reading.js';
import { applyRepairs, cutText } from './repair.js';
import { chatAnswer, chatChunk } from './tables/chat-answer.js';
import { createWalk } from './walk.js';
import { walkDocument } from './walk-document.js';

function read(documents: object[], table = chatAnswer) {
  const walk = createWalk('answer');
  for (const document of documents) walkDocument(table, document, walk);
  return readWalk(walk, 'output');
}

/** Replaces `word` wherever the guard would see it. */
function repairsOf(reading: ReturnType<typeof read>, word: string): Repair[] {
  return reading.contents.flatMap((content) => {
    const at = content.modality === 'text' ? content.text.indexOf(word) : -1;
    return at === -1
      ? []
      : [{ place: content.place, spans: [[at, at + word.length] as [number, number]], replacement: '"out"' }];
  });
}

describe('cutText', () => {
  it('replaces what a character-by-character oracle would', () => {
    const span = fc
      .tuple(fc.nat(20), fc.nat(20))
      .map(([a, b]): [number, number] => [Math.min(a, b), Math.max(a, b) + 1]);
    fc.assert(
      fc.property(
        fc.string({ minLength: 21, maxLength: 30 }),
        fc.array(span, { minLength: 1, maxLength: 6 }),
        (text, spans) => {
          const isCovered = (at: number) => spans.some(([start, end]) => at >= start && at < end);
          const wanted = Array.from({ length: text.length }, (_, at) => (isCovered(at) ? '' : text.charAt(at))).join(
            '',
          );
          const out = cutText(
            text,
            spans.map((one) => ({ span: one, replacement: '' })),
          );
          expect(out).toBe(wanted);
        },
      ),
    );
  });
});

describe('applyRepairs', () => {
  it('writes over the pieces of a stream', () => {
    const chunks = ['my qui', 'bb', 'le!'].map((content) => ({ choices: [{ index: 0, delta: { content } }] }));
    const reading = read(chunks, chatChunk);
    expect(applyRepairs(reading, repairsOf(reading, 'quibble'))).toBe(true);
    expect(chunks.map((one) => one.choices[0]?.delta.content).join('')).toBe('my "out"!');
  });

  it('keeps arguments JSON, also where the word was escaped', () => {
    for (const args of ['{"a":"my quibble"}', '{"a":"my q\\u0075ibble\\n"}']) {
      const call = { function: { name: 'f', arguments: args } };
      const reading = read([{ choices: [{ index: 0, message: { tool_calls: [call] } }] }]);
      expect(applyRepairs(reading, repairsOf(reading, 'quibble'))).toBe(true);
      expect(JSON.parse(call.function.arguments).a.trim()).toBe('my "out"');
    }
  });

  it('says so where a repair would break the JSON, or has nowhere to go', () => {
    const call = { function: { name: 'f', arguments: '{"a":1}' } };
    const reading = read([{ choices: [{ index: 0, message: { tool_calls: [call] } }] }]);
    const place = 'choices[0].message.tool_calls[0].function.arguments';
    expect(applyRepairs(reading, [{ place, spans: [[0, 3]], replacement: 'x' }])).toBe(false);
    expect(applyRepairs(reading, [{ place: 'elsewhere', spans: [[0, 3]], replacement: 'x' }])).toBe(false);
  });
});
