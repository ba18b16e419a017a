import { describe, expect, it } from 'vitest';
import { faultOf, KINDS, LABELS, modelAt, never, says, standInOf } from './_harness.js';
import { wordFamily } from './_word-family.js';

/** Azure gives severities, 0 to 7; the tests' family reads probabilities. */
const judgedKinds = KINDS.filter(([kind]) => kind !== 'azure-content-safety');

describe.each(judgedKinds)('a model behind %s, asked by %s', (kind, call, path) => {
  it('is asked and answers, graded, with what it cost', async () => {
    const standIn = await standInOf();
    const model = modelAt(standIn, {
      family: wordFamily(call),
      server: { kind, url: `${standIn.url}${path}`, labels: LABELS },
      prices: { perCall: 0.5, perMillionPromptTokens: 1_000_000, perMillionCompletionTokens: 2_000_000 },
    });
    const bad = await model.judge(says('hello', 'a zorblax and a vexolith'), { signal: never });
    expect(bad.score).toBeCloseTo(0.93, 2);
    expect(bad.findings.map(({ name }) => name)).toEqual(['S1', 'S10']);
    expect(bad.isGraded).toBe(true);
    expect(bad.cost.calls).toBe(1);
    expect(bad.cost.money).toBe(0.5 + bad.cost.promptTokens + 2 * bad.cost.completionTokens);
    expect(bad.cost.promptTokens > 0).toBe(call !== 'classify');
    const good = await model.judge(says('a zorblax', 'only gardens'), { signal: never });
    expect(good.score).toBeLessThan(0.1);
    expect(good.findings).toEqual([]);
    expect(standIn.calls().total).toBe(2);
  });

  it('gets through with the right key and no other', async () => {
    const standIn = await standInOf({ apiKey: 'key-of-ours' });
    const serverOf = (apiKey: string) => ({ kind, url: `${standIn.url}${path}`, apiKey, labels: LABELS });
    const family = wordFamily(call);
    const right = modelAt(standIn, { family, server: serverOf('key-of-ours') });
    await expect(right.judge(says('gardens'), { signal: never })).resolves.toMatchObject({ findings: [] });
    const wrong = modelAt(standIn, { family, server: serverOf('key-that-is-wrong') });
    const fault = await faultOf(wrong.judge(says('gardens'), { signal: never }));
    expect(fault).toEqual({
      code: 'GUARD_MODEL_ANSWER',
      message: 'Guard model ours answered something that is no judgement: it answered 401',
    });
  });
});

describe('a model that gives no probabilities', () => {
  it.each(judgedKinds.filter(([, call]) => call !== 'classify'))(
    'still judges, ungraded: %s by %s',
    async (kind, call, path) => {
      const standIn = await standInOf({ misbehave: 'no-logprobs' });
      const family = wordFamily(call);
      const model = modelAt(standIn, { family, server: { kind, url: `${standIn.url}${path}` } });
      const answer = await model.judge(says('a quibnark'), { signal: never });
      expect(answer).toMatchObject({ score: 1, isGraded: false, findings: [{ name: 'S2', score: 1 }] });
      const unasked = modelAt(standIn, { family, server: { kind, url: `${standIn.url}${path}`, logprobs: false } });
      standIn.misbehave(undefined);
      expect((await unasked.judge(says('a quibnark'), { signal: never })).isGraded).toBe(false);
    },
  );
});

describe('a request that a server does not take', () => {
  it('is a failure: a model that it does not have', async () => {
    const standIn = await standInOf();
    const fault = await faultOf(modelAt(standIn, { model: 'another' }).judge(says('gardens'), { signal: never }));
    expect(fault).toMatchObject({ code: 'GUARD_MODEL_ANSWER' });
    expect(fault.message).toMatch(/it answered 404$/);
  });

  it('is a failure: a prompt that is not as the family wants it', async () => {
    const standIn = await standInOf();
    const family = wordFamily('chat', {
      ask: () => [{ kind: 'chat', maxTokens: 5, topLogprobs: 0, messages: [{ role: 'user', text: 'gardens' }] }],
    });
    const fault = await faultOf(modelAt(standIn, { family }).judge(says('gardens'), { signal: never }));
    expect(fault.message).toMatch(/it answered 400$/);
    expect(standIn.calls().total).toBe(1);
  });

  it('is said at once where family and server do not go together', async () => {
    const standIn = await standInOf();
    const given = { family: wordFamily('classify'), server: { kind: 'ollama', url: standIn.url } } as const;
    const make = () => modelAt(standIn, given);
    expect(make).toThrow('the server does not go with words: it answers prompts, and classifies nothing');
    expect(make).toThrow(expect.objectContaining({ code: 'GUARD_MODEL_INVALID' }));
  });
});
