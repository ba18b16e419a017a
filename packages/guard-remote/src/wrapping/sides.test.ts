import fc from 'fast-check';
import { expect, it } from 'vitest';
import { alternating, lastExchange, NO_MESSAGE, type SidedTurn, sidedTurns } from './sides.js';

it('puts all that a model is told on the side of the user', () => {
  const roles = ['system', 'user', 'assistant', 'tool', 'document', 'definition'] as const;
  const turns = roles.map((role) => ({ role, text: role }));
  expect(sidedTurns({ stage: 'input', turns }).map(({ side }) => side)).toEqual(
    roles.map((role) => (role === 'assistant' ? 'assistant' : 'user')),
  );
  expect(sidedTurns({ stage: 'output', turns }).at(-1)?.side).toBe('assistant');
});

it('alternates, the user first, and keeps every turn and the last one last', () => {
  const turn = fc.record({ side: fc.constantFrom<SidedTurn['side']>('user', 'assistant'), text: fc.string() });
  fc.assert(
    fc.property(fc.array(turn, { minLength: 1, maxLength: 8 }), (turns) => {
      const out = alternating(turns);
      expect(out.map(({ side }) => side)).toEqual(out.map((_, index) => (index % 2 === 0 ? 'user' : 'assistant')));
      expect(out.filter((each) => turns.includes(each))).toEqual(turns);
      expect(out.at(-1)).toBe(turns.at(-1));
    }),
  );
});

it('finds what an answer answers', () => {
  const ask = { role: 'user', text: 'zorblax?' } as const;
  const answer = { role: 'assistant', text: 'no' } as const;
  expect(lastExchange({ stage: 'input', turns: [answer, ask] })).toEqual({ asked: 'zorblax?' });
  expect(lastExchange({ stage: 'output', turns: [ask, answer, answer] })).toEqual({
    asked: 'zorblax?',
    answered: 'no',
  });
  expect(lastExchange({ stage: 'output', turns: [answer] })).toEqual({ asked: NO_MESSAGE, answered: 'no' });
});
