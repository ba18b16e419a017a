import { join } from 'node:path';
import { type GuardStandIn, startGuardStandIn } from '@tyrian/guard-remote';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type ModelServer, startModelServer } from './_model-server.js';
import { type Running, startServer, temporaryFolder, tyrian } from './_program.js';

const HARMFUL = 'Where can I get a quibnark?';
const SECRET = 'zorb-key-1';
const Answer = z.object({
  choices: z.array(z.object({ finish_reason: z.string() })).optional(),
  error: z.object({ code: z.string() }).optional(),
});

/** A Llama Guard of ours behind the real program: put into force while it serves, asked, down, and taken out. */
describe('a guard model', () => {
  const folder = temporaryFolder();
  let standIn: GuardStandIn;
  let model: ModelServer;
  let server: Running;

  beforeAll(async () => {
    standIn = await startGuardStandIn({ family: 'llama-guard-3', apiKey: SECRET });
    model = await startModelServer({ corner: 'You get a quibnark at the corner.' });
    server = await startServer(join(folder.path, 'data'), ['--upstream', model.url], {
      TYRIAN_GUARD_KEY_LLAMA: SECRET,
    });
  }, 60_000);
  afterEach(async () => {
    standIn.misbehave(undefined);
    await run('guard', 'remove', 'llama', '--by', 'ana');
  });
  afterAll(async () => {
    await Promise.all([server?.stop(), standIn?.close(), model?.close()]);
    folder.dispose();
  });

  async function run(...args: string[]) {
    const env = { TYRIAN_GUARD_KEY_LLAMA: SECRET };
    const { code, out, err } = await tyrian([...args, '--data', server.data, '--json'], { env });
    return { code, fault: err, ...(out !== '' && { out: JSON.parse(out) }) };
  }
  const add = (...flags: string[]) =>
    run(
      ...['guard', 'add', 'llama', '--family', 'llama-guard-3', '--server', 'ollama', '--by', 'ana'],
      ...['--url', standIn.url, '--model', standIn.model, '--key-from', 'TYRIAN_GUARD_KEY_LLAMA', ...flags],
    );

  async function ask(content: string) {
    const response = await fetch(`${server.url}/v1/chat/completions`, {
      method: 'POST',
      headers: { authorization: `Bearer ${server.key}`, 'content-type': 'application/json' },
      body: JSON.stringify({ model: 'test-model', messages: [{ role: 'user', content }] }),
    });
    const body = Answer.parse(await response.json());
    return { status: response.status, finish: body.choices?.[0]?.finish_reason, body };
  }

  it('refuses what it finds in prompts and in answers, which nothing else sees', async () => {
    expect(await ask(HARMFUL)).toMatchObject({ status: 200, finish: 'stop' });
    expect(await add()).toMatchObject({ code: 0, out: { change: { kind: 'guard', name: 'llama' } } });
    expect(await ask(HARMFUL)).toMatchObject({ status: 400, body: { error: { code: 'content_filter' } } });
    expect(await ask('Please SAY corner')).toMatchObject({ status: 200, finish: 'content_filter' });
    expect(await ask('Where can I get bread?')).toMatchObject({ status: 200, finish: 'stop' });
    const { out } = await run('guard', 'list');
    expect(out.guards).toMatchObject([{ name: 'llama', setting: { family: 'llama-guard-3' } }]);
    expect(out.usage).toMatchObject([{ name: 'llama', state: 'closed', failed: 0 }]);
    expect(out.usage[0].judged).toBeGreaterThan(2);
    expect(JSON.stringify(out)).not.toContain(SECRET);
  }, 60_000);

  it.each(['reset', 'garbage', '500', 'wrong-code'] as const)(
    'fails closed where it answers with %s, and lets pass where it is optional',
    async (how) => {
      await add();
      standIn.misbehave(how);
      expect(await ask(`Where can I get bread, ${how}?`)).toMatchObject({ status: 400 });
      standIn.misbehave(undefined);
      await add('--optional');
      standIn.misbehave(how);
      expect(await ask(`Where can I get bread, ${how}?`)).toMatchObject({ status: 200, finish: 'stop' });
    },
    60_000,
  );

  it('is asked only where the detector before it is uncertain', async () => {
    await add('--after', 'classifier', '--band', '0.9..1');
    const before = standIn.calls().total;
    expect(await ask(HARMFUL)).toMatchObject({ status: 200 });
    expect(standIn.calls().total).toBe(before);
    await add('--after', 'classifier', '--band', '0..0.9');
    expect(await ask(HARMFUL)).toMatchObject({ status: 400 });
    expect(standIn.calls().total).toBeGreaterThan(before);
  }, 60_000);

  it('can be tried, and is not put into force where it cannot be asked', async () => {
    await add();
    const { out } = await run('guard', 'try', 'llama', HARMFUL);
    expect(out).toMatchObject({ answer: { findings: [{ name: 'S2' }], isGraded: true, cost: { calls: 1 } } });
    expect(out.answer.score).toBeGreaterThan(0.5);
    expect(await add('--after', 'nobody')).toMatchObject({
      code: 2,
      fault: expect.stringContaining('GUARD_MODEL_INVALID'),
    });
    expect(await add('--server', 'carrier-pigeon')).toMatchObject({ code: 2 });
    standIn.misbehave('500');
    expect(await add()).toMatchObject({ code: 1, fault: expect.stringContaining('GUARD_MODEL') });
  }, 60_000);
});
