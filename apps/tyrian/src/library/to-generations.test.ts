import { describe, expect, it } from 'vitest';
import { type CheckInput, toGenerations } from './to-generations.js';

const places = (input: CheckInput) => {
  const { prompt, answer } = toGenerations(input, 'adult');
  return [prompt, answer].map((generation) =>
    generation?.contents.map(({ place, role, stage }) => `${stage} ${role} ${place}`),
  );
};

describe('toGenerations', () => {
  it('takes a text as a prompt unless told otherwise', () => {
    expect(places({ text: 'a' })).toEqual([['input user text'], undefined]);
    expect(places({ text: 'a', as: 'output' })).toEqual([undefined, ['output assistant text']]);
    expect(places({ text: 'a', as: 'output', prompt: 'b' })).toEqual([
      ['input user prompt'],
      ['output assistant text'],
    ]);
  });

  it('splits a conversation where the assistant has answered', () => {
    const asked = [
      { role: 'system', content: 's' },
      { role: 'user', content: 'u' },
    ] as const;
    expect(places({ messages: [...asked] })).toEqual([
      ['input system messages[0].content', 'input user messages[1].content'],
      undefined,
    ]);
    expect(places({ messages: [...asked, { role: 'assistant', content: 'a' }] })[1]).toEqual([
      'output assistant messages[2].content',
    ]);
    expect(places({ messages: [{ role: 'assistant', content: 'a' }] })).toEqual([
      undefined,
      ['output assistant messages[0].content'],
    ]);
  });

  it.each<CheckInput>([
    {},
    { text: 'a', messages: [{ role: 'user', content: 'b' }] },
    { text: 'a', prompt: 'b' },
    { messages: [] },
  ])('refuses %j', (input) => {
    expect(() => toGenerations(input, 'adult')).toThrow(expect.objectContaining({ code: 'INVALID_INPUT' }));
  });
});
