import { describe, expect, it } from 'vitest';
import { faultOf, LABELS, modelAt, never, says, standInOf } from './_harness.js';
import { wordFamily } from './_word-family.js';

const filler = (length: number) => 'garden '.repeat(Math.ceil(length / 7)).slice(0, length);

describe('a text longer than a window', () => {
  it.each([0, 900, 1_745, 1_750, 3_000, 5_900])('is judged wherever its word stands: at %i', async (at) => {
    const standIn = await standInOf({ maxCharacters: 2_100 });
    const text = `${filler(at)}zorblax ${filler(6_000 - at)}`;
    const answer = await modelAt(standIn).judge(says('before', text), { signal: never });
    expect(answer.findings).toEqual([{ name: 'S1', score: expect.closeTo(0.93) }]);
    expect(answer.score).toBeCloseTo(0.93);
    expect(answer.cost.calls).toBe(4);
  });

  it('brings together what stands in several windows', async () => {
    const text = `zorblax ${filler(4_000)} quibnark ${filler(4_000)} zorblax mortleby`;
    const answer = await modelAt(await standInOf()).judge(says(text), { signal: never });
    expect(answer.findings.map(({ name }) => name).toSorted()).toEqual(['S1', 'S11', 'S2']);
  });

  it('is cut smaller where the server finds a window too long', async () => {
    const standIn = await standInOf({ maxCharacters: 700 });
    const text = `${filler(3_000)} vexolith`;
    const answer = await modelAt(standIn).judge(says(text), { signal: never });
    expect(answer.findings.map(({ name }) => name)).toEqual(['S10']);
    expect(answer.cost.calls).toBe(standIn.calls().total);
  });

  it('fails where it stays too long however it is cut', async () => {
    const standIn = await standInOf({ maxCharacters: 60 });
    const fault = await faultOf(modelAt(standIn).judge(says(filler(1_900)), { signal: never }));
    expect(fault.message).toMatch(/it answered 400$/);
  });

  it('fails where it takes more calls than it may, and does not go on asking', async () => {
    const standIn = await standInOf();
    const model = modelAt(standIn, { limits: { callsPerQuestion: 5, concurrency: 2 } });
    const fault = await faultOf(model.judge(says(filler(100_000)), { signal: never }));
    expect(fault).toMatchObject({ code: 'GUARD_MODEL_BUSY' });
    expect(fault.message).toContain('one text takes more than 5 calls');
    expect(standIn.calls().total).toBeLessThanOrEqual(5);
  });
});

describe('a family that asks several times', () => {
  it('is given all replies of a question, in order', async () => {
    const seen: string[][] = [];
    const single = wordFamily('completion');
    const family = wordFamily('completion', {
      ask: (question) => [single.ask(says('gardens')), single.ask(question)].flat(),
      read(replies, question) {
        seen.push(replies.map((reply) => (reply.kind === 'text' ? reply.text : '')));
        return single.read(replies.slice(-1), question);
      },
    });
    const answer = await modelAt(await standInOf(), { family }).judge(says('a zorblax'), { signal: never });
    expect(seen).toEqual([['safe', 'unsafe\nS1']]);
    expect(answer.cost.calls).toBe(2);
  });
});

describe('many questions at once', () => {
  it('go out as many at a time as they may, and no more wait than may', async () => {
    const standIn = await standInOf({ misbehave: 'slow' });
    const model = modelAt(standIn, { limits: { concurrency: 2, waiting: 3 } });
    const asked = Array.from({ length: 8 }, () => model.judge(says('a zorblax'), { signal: never }));
    const ends = await Promise.allSettled(asked);
    const failed = ends.filter((end) => end.status === 'rejected').map(({ reason }) => reason.message);
    expect(failed).toEqual(Array(3).fill('Guard model ours has too much to do: 3 calls wait already'));
    expect(standIn.calls().total).toBe(5);
  });

  it.each(['vllm-classify', 'text-embeddings-inference', 'openai-moderations'] as const)(
    'share requests where the server takes several texts: %s',
    async (kind) => {
      const standIn = await standInOf();
      const model = modelAt(standIn, {
        family: wordFamily('classify'),
        server: { kind, url: standIn.url, labels: LABELS },
        limits: { concurrency: 1 },
      });
      const texts = Array.from({ length: 40 }, (_, at) => (at % 3 === 0 ? `zorblax ${at}` : `gardens ${at}`));
      const answers = await Promise.all(texts.map((text) => model.judge(says(text), { signal: never })));
      expect(answers.map(({ findings }) => findings.length)).toEqual(texts.map((text) => Number(text.startsWith('z'))));
      expect(standIn.calls().batches).toEqual([32, 8]);
    },
  );

  it('do not fail for another that is refused', async () => {
    const standIn = await standInOf({ maxCharacters: 100 });
    const model = modelAt(standIn, {
      family: wordFamily('classify'),
      server: { kind: 'vllm-classify', url: standIn.url, labels: LABELS },
      limits: { concurrency: 1 },
    });
    const texts = ['zorblax', filler(200), 'gardens'];
    const ends = await Promise.allSettled(texts.map((text) => model.judge(says(text), { signal: never })));
    expect(ends.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });
});

describe('whoever goes away', () => {
  it('is let go at once with their own reason, and leaves nothing on its way', async () => {
    const standIn = await standInOf({ misbehave: 'hang' });
    const model = modelAt(standIn, { limits: { concurrency: 1 } });
    const caller = new AbortController();
    const asked = faultOf(model.judge(says('gardens'), { signal: caller.signal }));
    setTimeout(() => caller.abort(new RangeError('gone')), 20);
    expect(await asked).toEqual({ code: 'RangeError', message: 'gone' });
    // The only request there may be is free again.
    standIn.misbehave(undefined);
    await expect(model.judge(says('gardens'), { signal: never })).resolves.toMatchObject({ findings: [] });
  });

  it('has asked nothing where they had gone before', async () => {
    const standIn = await standInOf();
    const gone = AbortSignal.abort(new RangeError('gone'));
    expect((await faultOf(modelAt(standIn).judge(says('gardens'), { signal: gone }))).message).toBe('gone');
    expect(standIn.calls().total).toBe(0);
  });
});

describe('a question that takes too long in all', () => {
  it('fails as busy', async () => {
    const standIn = await standInOf({ misbehave: 'hang' });
    const fault = await faultOf(modelAt(standIn, { limits: { questionMs: 60 } }).judge(says('a'), { signal: never }));
    expect(fault).toMatchObject({ code: 'GUARD_MODEL_BUSY' });
    expect(fault.message).toContain('it was not done after 60 ms');
  });
});

describe('a question that it would answer without looking', () => {
  it('is refused, and costs no call', async () => {
    const standIn = await standInOf();
    const model = modelAt(standIn);
    const faults = await Promise.all([
      faultOf(model.judge({ stage: 'input', turns: [] }, { signal: never })),
      faultOf(
        model.judge({ stage: 'input', turns: [{ role: 'user', text: 'a', media: 'data:,' }] }, { signal: never }),
      ),
    ]);
    expect(faults.map(({ code }) => code)).toEqual(['GUARD_MODEL_INVALID', 'GUARD_MODEL_INVALID']);
    expect(standIn.calls().total).toBe(0);
  });
});

describe('createGuardModel', () => {
  it('names family, version and model', async () => {
    const standIn = await standInOf();
    expect(modelAt(standIn).version).toBe('words@1+word-judge:1');
    expect(modelAt(standIn)).toMatchObject({ id: 'ours', stages: ['input', 'output'], modalities: ['text'] });
  });

  it.each([
    ['ftp://127.0.0.1', 'its URL must begin with http:// or https://'],
    ['nowhere', 'its URL must begin with http:// or https://'],
    ['http://me:secret@127.0.0.1', 'its URL holds a password; give the key as a key'],
    ['http://127.0.0.1/v1?key=secret', 'its URL must end with the path'],
  ])('takes no URL like %s', async (url, why) => {
    const standIn = await standInOf();
    const make = () => modelAt(standIn, { server: { kind: 'ollama', url } });
    expect(make).toThrow(`The guard model ours cannot be used: ${why}`);
    expect(make).not.toThrow(/secret/);
  });

  it.each([{ concurrency: 0 }, { waiting: -1 }, { callMs: 1.5 }, { failures: Number.NaN }])(
    'takes no limits like %j',
    async (limits) => {
      const standIn = await standInOf();
      expect(() => modelAt(standIn, { limits })).toThrow('must be a whole number from');
    },
  );

  it('takes no kind of server that it does not know', async () => {
    const standIn = await standInOf();
    const server = { kind: 'zorblax' as 'ollama', url: standIn.url };
    expect(() => modelAt(standIn, { server })).toThrow('kinds of servers are openai-compatible, ollama');
  });
});
