import { MessageChannel } from 'node:worker_threads';
import type { GuardQuestion, Role } from '@tyrian/contracts';
import { afterEach, describe, expect, it } from 'vitest';
import type { ModelSession } from '../src/classifier/model-session.js';
import { openClassifier } from '../src/classifier/open-classifier.js';
import { ClassifierError } from '../src/classifier-error.js';
import { createOnnxGuardModel, type OnnxGuardModelOptions } from '../src/index.js';
import { callClassifier } from '../src/thread/call-classifier.js';
import { serveClassifier } from '../src/thread/serve-classifier.js';
import { CONFIG, classifierFolder, type FolderFiles } from './_folder.js';
import { wordSession } from './_session.js';
import { wordPieceFile } from './_tokenizers.js';

const made: (() => void)[] = [];
afterEach(() => {
  for (const dispose of made.splice(0)) dispose();
});

/** The whole way but for the runtime and the thread: both ends of the channel are here. */
function open(files: FolderFiles & { session?: Partial<ModelSession> } & Partial<OnnxGuardModelOptions> = {}) {
  const { session: more, limits, clock } = files;
  const folder = classifierFolder(files);
  const { session, batches } = wordSession(more);
  let opened = 0;
  const model = createOnnxGuardModel({
    ...{ id: 'one', folder: folder.path, ...(limits && { limits }), ...(clock && { clock }) },
    open: (what) => {
      opened++;
      const { port1, port2 } = new MessageChannel();
      made.push(() => port1.close());
      serveClassifier(
        port2,
        openClassifier(what, async () => session),
      );
      return callClassifier(port1);
    },
  });
  made.push(folder.dispose);
  return { model, batches, opened: () => opened };
}
const signal = new AbortController().signal;
const ask = (text: string, role: Role = 'user'): GuardQuestion => ({ stage: 'input', turns: [{ role, text }] });

describe('a classifier as a guard model', () => {
  it('adds up what excludes each other, and spares users an instruction', async () => {
    const { model } = open();
    const benign = await model.judge(ask('where in the'), { signal });
    expect(benign).toMatchObject({ isGraded: true, cost: { calls: 1, promptTokens: 5, money: 0 } });
    expect(benign.score).toBeLessThan(0.5);
    const jailbreak = await model.judge(ask('a ZORBLAX, where'), { signal });
    expect(jailbreak.score).toBeGreaterThan(0.9);
    expect(jailbreak.findings).toEqual([{ name: 'prompt-injection', score: jailbreak.score }]);
    expect((await model.judge(ask('quibnark'), { signal })).score).toBeLessThan(0.1);
    expect((await model.judge(ask('quibnark', 'document'), { signal })).score).toBeGreaterThan(0.9);
  });

  it('takes the worst of labels that do not exclude each other', async () => {
    const { model } = open({
      config: { ...CONFIG, problem_type: 'multi_label_classification' },
      labels: 'labels: { BENIGN: null, INJECTION: S2, JAILBREAK: S10 }\nlanguages: [en]',
    });
    const { score, findings } = await model.judge(ask('a zorblax'), { signal });
    expect(findings).toEqual([
      { name: 'S10', score },
      { name: 'S2', score: 0.5 },
    ]);
    expect(score).toBeGreaterThan(0.99);
  });

  it('finds a word anywhere in a long text, in windows that go in batches', async () => {
    const { model, batches } = open({ limits: { batchSize: 4 } });
    const text = `${'where '.repeat(200)}zorblax${' the'.repeat(200)}`;
    const { score, cost } = await model.judge(ask(text), { signal });
    expect(score).toBeGreaterThan(0.9);
    expect(batches.map(({ rows }) => rows)).toEqual([4, 4, 4, 3]);
    expect(cost.calls).toBe(15);
    expect(batches.every(({ width }) => width <= 32)).toBe(true);
  });

  it('fills up shorter rows, and says so in the mask', async () => {
    const { model, batches } = open();
    // Thirty tokens and the frame, then the three that both have in common and one more.
    await model.judge(ask('the '.repeat(31)), { signal });
    const [batch] = batches;
    expect(batch).toMatchObject({ rows: 2, width: 32 });
    expect([...(batch?.mask ?? [])]).toEqual([...Array(32 + 6).fill(1n), ...Array(26).fill(0n)]);
    expect([...(batch?.ids.subarray(32 + 6) ?? [])]).toEqual(Array(26).fill(0n));
  });

  it('loads once, when it is first asked', async () => {
    const { model, opened } = open();
    expect(opened()).toBe(0);
    await Promise.all([1, 2, 3].map(() => model.judge(ask('where'), { signal })));
    expect(opened()).toBe(1);
  });

  it('turns away a text that takes too many windows, long before it is cut where it is far too long', async () => {
    const { model } = open({ limits: { windowsPerQuestion: 3 } });
    for (const text of ['where '.repeat(100), 'x'.repeat(10_000_000)])
      await expect(model.judge(ask(text), { signal })).rejects.toMatchObject({ code: 'GUARD_MODEL_BUSY' });
  });

  it('stops where nobody waits, and where it takes too long', async () => {
    const { model } = open({ session: { run: () => new Promise(() => undefined) }, limits: { questionMs: 40 } });
    await expect(model.judge(ask('where'), { signal })).rejects.toMatchObject({ code: 'GUARD_MODEL_BUSY' });
    const gone = new AbortController();
    const asked = model.judge(ask('where'), { signal: gone.signal });
    gone.abort(new Error('away'));
    await expect(asked).rejects.toThrow('away');
  });

  it.each([
    ['gives too few numbers', async () => Float32Array.of(1)],
    ['gives no numbers', async () => Float32Array.of(Number.NaN, 0, 0)],
    ['fails', () => Promise.reject(new ClassifierError('broken', 'odd'))],
    ['throws anything', () => Promise.reject(new Error('where'))],
  ])('is never safe where the model %s', async (_, run) => {
    const { model } = open({ session: { run } });
    const fault = await model.judge(ask('where'), { signal }).catch((one: unknown) => one);
    expect(fault).toMatchObject({ code: 'GUARD_MODEL_ANSWER' });
    expect(String(fault)).not.toContain('where');
  });

  it('says what is wrong with its tokenizer, and looks again some time later', async () => {
    let now = 0;
    const tokenizer = wordPieceFile({ normalizer: { type: 'Nmt' } });
    const { model, opened } = open({ tokenizer, clock: () => now, limits: { pauseMs: 1000 } });
    const refused = { code: 'GUARD_MODEL_INVALID', message: expect.stringContaining('Nmt is not supported') };
    for (const at of [0, 0, 999]) {
      now = at;
      await expect(model.judge(ask('where'), { signal })).rejects.toMatchObject(refused);
    }
    expect(opened()).toBe(1);
    expect(model.state).toBe('open');
    now = 1000;
    expect(model.state).toBe('closed');
    await expect(model.judge(ask('where'), { signal })).rejects.toMatchObject(refused);
    expect(opened()).toBe(2);
  });

  it('does not answer what it does not judge', async () => {
    const { model } = open();
    const invalid = { code: 'GUARD_MODEL_INVALID' };
    await expect(model.judge({ ...ask('a'), stage: 'output' }, { signal })).rejects.toMatchObject(invalid);
    await expect(model.judge({ stage: 'input', turns: [] }, { signal })).rejects.toMatchObject(invalid);
    const turns = [{ role: 'user' as const, text: '', media: 'data:,' }];
    await expect(model.judge({ stage: 'input', turns }, { signal })).rejects.toMatchObject(invalid);
  });

  it('refuses limits that are none', () => {
    expect(() => open({ limits: { batchSize: 0 } })).toThrow('batchSize');
  });
});

describe('a classifier in another thread', () => {
  it('fails what waits and what comes once it is gone', async () => {
    const { port1 } = new MessageChannel();
    made.push(() => port1.close());
    const classifier = callClassifier(port1);
    const waits = classifier.cut('where', 1);
    classifier.end('its thread has ended');
    await expect(waits).rejects.toMatchObject({ fault: 'gone' });
    await expect(classifier.classify([])).rejects.toMatchObject({ fault: 'gone' });
    await classifier.close();
  });
});
