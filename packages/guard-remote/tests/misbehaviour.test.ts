import { describe, expect, it } from 'vitest';
import { MISBEHAVIOURS, type Misbehaviour } from '../src/stand-in/misbehaviour.js';
import { faultOf, KINDS, modelAt, never, says, standInOf } from './_harness.js';
import { wordFamily } from './_word-family.js';

const UNREACHABLE = 'GUARD_MODEL_UNREACHABLE';
const ANSWER = 'GUARD_MODEL_ANSWER';

/** What each way to go wrong comes to, and how many requests it takes. */
const OUTCOMES = {
  hang: [UNREACHABLE, 'it did not answer within 150 ms', 1],
  reset: [UNREACHABLE, 'it broke the connection', 2],
  half: [UNREACHABLE, 'it broke the connection', 2],
  garbage: [ANSWER, 'its answer is not JSON', 1],
  'wrong-json': [ANSWER, 'its answer is none of a server of kind', 1],
  '429': ['GUARD_MODEL_BUSY', 'it answered 429', 1],
  '500': [UNREACHABLE, 'it answered 500', 1],
  '503': [UNREACHABLE, 'it answered 503', 2],
  empty: [ANSWER, 'its answer is not JSON', 1],
  huge: [ANSWER, 'its answer is larger than 65536 bytes', 1],
  redirect: [ANSWER, 'it answered with a redirect, which is never followed', 1],
} as const satisfies Partial<Record<Misbehaviour, readonly [string, string, number]>>;

describe.each(KINDS)('a server %s, asked by %s, that goes wrong', (kind, call, path) => {
  it.each(Object.entries(OUTCOMES))('%s: is never taken for safe', async (how, [code, detail, requests]) => {
    const standIn = await standInOf({ misbehave: how as Misbehaviour });
    const model = modelAt(standIn, {
      family: wordFamily(call),
      server: { kind, url: `${standIn.url}${path}`, apiKey: 'key-of-ours' },
      limits: { maxBytes: 65_536, ...(how === 'hang' && { callMs: 150 }) },
    });
    const fault = await faultOf(model.judge(says('a zorblax'), { signal: never }));
    expect(fault.code).toBe(code);
    expect(fault.message).toContain(detail);
    expect(fault.message).not.toMatch(/zorblax|key-of-ours/);
    expect(standIn.calls().total).toBe(requests);
  });
});

describe('what a family cannot read', () => {
  it('is no judgement: a code that it does not know', async () => {
    const standIn = await standInOf({ misbehave: 'wrong-code' });
    const fault = await faultOf(modelAt(standIn).judge(says('gardens'), { signal: never }));
    expect(fault).toEqual({
      code: ANSWER,
      message: 'Guard model ours answered something that is no judgement: nothing that words says',
    });
  });

  it('is no judgement: a parser that breaks', async () => {
    const family = wordFamily('chat', { read: () => JSON.parse('zorblax') });
    const fault = await faultOf(modelAt(await standInOf(), { family }).judge(says('gardens'), { signal: never }));
    expect(fault.code).toBe(ANSWER);
    expect(fault.message).not.toContain('zorblax');
  });
});

describe('a server that is slow or down for a moment', () => {
  it('is waited for', async () => {
    const standIn = await standInOf({ misbehave: 'slow' });
    const answer = await modelAt(standIn).judge(says('a zorblax'), { signal: never });
    expect(answer.findings).toHaveLength(1);
  });

  it.each(['503', 'reset', 'half'] as const)('is asked once more after %s', async (how) => {
    const standIn = await standInOf();
    standIn.misbehave(how, 1);
    const answer = await modelAt(standIn).judge(says('a zorblax'), { signal: never });
    expect([answer.findings.length, standIn.calls().total]).toEqual([1, 2]);
  });

  it('is unreachable where nothing listens', async () => {
    const standIn = await standInOf();
    await standIn.close();
    const fault = await faultOf(modelAt(standIn).judge(says('gardens'), { signal: never }));
    expect(fault.code).toBe(UNREACHABLE);
    expect(fault.message).toContain('there is no connection to it (ECONNREFUSED)');
  });
});

it('tries every way to go wrong', () => {
  const tried = [...Object.keys(OUTCOMES), 'slow', 'no-logprobs', 'wrong-code'];
  expect(tried.toSorted()).toEqual(MISBEHAVIOURS.toSorted());
});
