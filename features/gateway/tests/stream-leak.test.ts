import { GenerationRecord } from '@tyrian/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ask, chunk, completion, post, scriptedUpstream, startServer } from './_server.js';

const CHAT = '/v1/chat/completions';
const WORDS = ['zorblax', 'quibblex', 'garden', ' ', 'é😀', '"', '\\', '\n'];

/** Cuts a text into deltas, and the bytes of the stream into pieces, anywhere. */
const texts = fc.array(fc.constantFrom(...WORDS), { maxLength: 8 }).map((words) => words.join(''));
const cuts = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 30 });

function cutUp<Whole extends { length: number }>(
  whole: Whole,
  sizes: readonly number[],
  slice: (from: number, to: number) => Whole,
): Whole[] {
  const pieces: Whole[] = [];
  for (let at = 0, turn = 0; at < whole.length; turn++) {
    const size = sizes[turn % sizes.length] ?? 1;
    pieces.push(slice(at, at + size));
    at += size;
  }
  return pieces;
}

function spoken(body: string): string {
  const data = body.split('\n\n').filter((one) => one.startsWith('data: {'));
  return data.map((one) => JSON.parse(one.slice(6)).choices[0]?.delta?.content ?? '').join('');
}

describe('a stream, however it is cut', () => {
  it('lets no byte of a refused answer out, and fares as the same answer in JSON', async () => {
    await fc.assert(
      fc.asyncProperty(texts, cuts, cuts, fc.constantFrom('\n', '\r\n', '\r'), async (text, deltas, bytes, newline) => {
        const parts = cutUp(text, deltas, (from, to) => text.slice(from, to)).map((content) => chunk(0, { content }));
        const wire = Buffer.from(
          [...parts, chunk(0, {}, 'stop')].map((one) => `data: ${JSON.stringify(one)}${newline}${newline}`).join(''),
        );
        const pieces = cutUp(wire, bytes, (from, to) => wire.subarray(from, to));
        const streaming = await startServer({ upstream: scriptedUpstream(pieces, { type: 'text/event-stream' }) });
        const whole = await startServer({ upstream: scriptedUpstream([JSON.stringify(completion(text))]) });
        const streamed = await post(streaming, CHAT, ask('hello', { stream: true }));
        const { choices } = (await post(whole, CHAT, ask('hello'))).json();

        const decisions = [streaming, whole].map(({ records }) => GenerationRecord.parse(records[1]?.payload).decision);
        expect(decisions[0]).toBe(decisions[1]);
        const said = spoken(streamed.body);
        expect(said).not.toContain('zorb');
        expect(said).not.toContain('quibb');
        if (text.includes('zorblax')) expect(text.replaceAll('quibblex', '[out]').startsWith(said)).toBe(true);
        else expect(said).toBe(choices[0].message.content);
      }),
      { numRuns: 60 },
    );
  });
});
