import { describe, expect, it } from 'vitest';
import type { Admission, Asker } from '../src/ports.js';
import { formOf, SOURCES } from './_forms.js';
import { AUTH, ask, post, startServer, type TestServer } from './_server.js';

const ADMITTED: Admission = { isWarned: false, delayMs: 0, isStrict: false };
const WARNED = { ...ADMITTED, isWarned: true };
const CHAT = '/v1/chat/completions';
const BY = { user: 'ana' };

async function serve(admission: Partial<Admission>) {
  const asked: Asker[] = [];
  const struck: string[] = [];
  const server = await startServer({
    conduct: {
      admit: (asker) => {
        asked.push(asker);
        return { ...ADMITTED, ...admission };
      },
      strikesOf: ({ decision }, asker, contents) => {
        struck.push(`${decision} ${asker.account} ${contents.length}`);
        return { strikes: [], events: [] };
      },
    },
  });
  return { server, asked, struck };
}

const chat = (server: TestServer, text: string) => post(server, CHAT, ask(text, BY));

describe('who is on a ladder', () => {
  it('is asked about by key, account and address before a request is looked at', async () => {
    const { server, asked, struck } = await serve({});
    const response = await chat(server, 'otters');
    expect(response.headers['x-tyrian-conduct']).toBeUndefined();
    expect(asked).toEqual([{ tenant: 'acme', keyId: 'key_1', account: 'ana', address: '127.0.0.1' }]);
    expect(struck).toEqual([]);
    await chat(server, 'zorblax');
    expect(struck).toEqual(['refuse ana 1']);
  });

  it('sees a warning as a header of every answer and a sentence of a refusal', async () => {
    const { server } = await serve(WARNED);
    const passed = await chat(server, 'otters');
    expect([passed.statusCode, passed.headers['x-tyrian-conduct']]).toEqual([200, 'warned']);
    const refused = await chat(server, 'zorblax');
    expect(refused.headers['x-tyrian-conduct']).toBe('warned');
    expect(refused.json().error.message).toContain('slowed down or suspended');
  });

  it('sees no warning beside child safety, nor beside help', async () => {
    const { server } = await serve(WARNED);
    const silent = await chat(server, 'silentrix');
    const plain = await chat((await serve({})).server, 'silentrix');
    expect(silent.headers['x-tyrian-conduct']).toBeUndefined();
    const words = (said: string) => said.replace(/vrd_\w+/g, 'vrd');
    expect(words(silent.json().error.message)).toBe(words(plain.json().error.message));
    expect((await chat(server, 'helprix')).body).not.toContain('suspended');
  });

  it('sees no warning beside child safety in the name of a file either', async () => {
    const { server } = await serve(WARNED);
    const upload = (filename: string) => {
      const { body, contentType } = formOf({ purpose: 'user_data', file: [{ filename, data: SOURCES[1] ?? '' }] });
      return server.app.inject({
        method: 'POST',
        url: '/v1/files',
        headers: { ...AUTH, 'content-type': contentType },
        payload: Buffer.from(body),
      });
    };
    const silent = await upload('silentrix.txt');
    expect([silent.statusCode, silent.headers['x-tyrian-conduct']]).toEqual([400, undefined]);
    const spoken = await upload('zorblax.txt');
    expect([spoken.statusCode, spoken.headers['x-tyrian-conduct']]).toEqual([400, 'warned']);
  });

  it('waits where it is slowed down, and is told so where too many wait', async () => {
    const { server } = await serve({ delayMs: 20 });
    const started = performance.now();
    expect((await chat(server, 'otters')).statusCode).toBe(200);
    expect(performance.now() - started).toBeGreaterThan(15);
    const many = await Promise.all(Array.from({ length: 230 }, () => chat(server, 'otters')));
    const turned = many.filter(({ statusCode }) => statusCode === 429);
    expect(turned.length).toBeGreaterThan(0);
    expect(turned[0]?.headers['retry-after']).toBe('1');
  });

  it('has everything held for a person, under half of the cap, or refused where holds are off', async () => {
    const { server } = await serve({ floor: 'hold' });
    const held = await chat(server, 'otters');
    expect(held.json().error).toMatchObject({ code: 'held_for_review', message: expect.stringContaining('person') });
    expect(held.body).not.toContain('conduct');
    expect(server.events).toMatchObject([{ rules: ['conduct.hold'] }]);
    expect(server.records[0]?.payload).toMatchObject({ decision: 'hold', judged: 'allow' });
    // The cap of the tests is two.
    expect((await chat(server, 'rivers')).json().error.code).toBe('content_filter');
  });

  it('is turned away while it is suspended, is told until when and where to appeal, and leaves no record of each try', async () => {
    const until = Date.UTC(2030, 0, 2, 3, 4);
    const { server } = await serve({ isWarned: true, suspended: { until, appeal: 'case cas_1' } });
    const response = await chat(server, 'otters');
    expect(response.statusCode).toBe(403);
    expect(response.json().error).toMatchObject({ code: 'account_suspended', type: 'permission_error' });
    expect(response.json().error.message).toMatch(/2030-01-02 03:04 UTC.*case cas_1.*findahelpline/);
    expect(server.asked).toEqual([]);
    expect(server.records).toEqual([]);
    const problem = await post(server, '/v1/guard', { text: 'otters', account: 'ana' });
    expect([problem.statusCode, problem.json().code]).toEqual([403, 'ACCOUNT_SUSPENDED']);
  });

  it('cannot tell a silent suspension from any refusal', async () => {
    const suspended = await chat((await serve({ floor: 'refuse' })).server, 'otters');
    const ordinary = await chat((await serve({})).server, 'lockrix');
    const shape = ({ statusCode, headers, body }: typeof suspended) => [
      statusCode,
      Object.keys(headers).sort(),
      body.replace(/vrd_\w+/g, 'vrd'),
    ];
    expect(shape(suspended)).toEqual(shape(ordinary));
  });

  it('is still offered help while everything is refused', async () => {
    const { server } = await serve({ floor: 'refuse' });
    expect((await chat(server, 'helprix')).body).toContain('findahelpline');
  });

  it('is read strictly in a lockdown, which the record says', async () => {
    const { server } = await serve({ isStrict: true });
    await chat(server, 'otters');
    expect(server.guard.checked[0]?.options).toMatchObject({ strict: true });
    expect(server.records[0]?.payload).toMatchObject({ strict: true });
  });
});
