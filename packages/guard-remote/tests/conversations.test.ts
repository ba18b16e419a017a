import { readdirSync, readFileSync } from 'node:fs';
import type { GuardQuestion } from '@tyrian/contracts';
import { describe, expect, it } from 'vitest';
import { families } from '../src/families/families.js';
import type { ModelCall, ModelReply, ReadAnswer } from '../src/families/family.js';

/**
 * What is said to a model and what it answers, in the form that its makers publish, written by us: no model made these.
 * A reply that is a string is a text without tokens; an answer of `null` is none.
 */
interface Recording {
  readonly family: string;
  readonly conversations: readonly {
    readonly name: string;
    readonly question: GuardQuestion;
    readonly calls: readonly ModelCall[];
    readonly exchanges: readonly {
      readonly name: string;
      readonly replies: readonly (ModelReply | string)[];
      readonly answer: ReadAnswer | null;
    }[];
  }[];
}

const folder = new URL('conversations/', import.meta.url);
const recordings = readdirSync(folder).map(
  (file): Recording => JSON.parse(readFileSync(new URL(file, folder), 'utf8')),
);

it('has a recording of every family', () => {
  expect(recordings.map(({ family }) => family).sort()).toEqual([...families.keys()].sort());
});

describe.each(recordings)('$family', ({ family: id, conversations }) => {
  const family = families.get(id);
  it.each(conversations)('asks: $name', ({ question, calls }) => {
    expect(family?.ask(question)).toEqual(calls);
  });

  const exchanges = conversations.flatMap(({ name, question, exchanges }) =>
    exchanges.map((exchange) => ({ ...exchange, name: `${name}: ${exchange.name}`, question })),
  );
  it.each(exchanges)('reads: $name', ({ question, replies, answer }) => {
    const read = family?.read(
      replies.map((reply) => (typeof reply === 'string' ? { kind: 'text', text: reply } : reply)),
      question,
    );
    expect(read).toEqual(answer ?? undefined);
  });
});
