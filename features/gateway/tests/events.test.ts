import { GenerationRecord } from '@tyrian/contracts';
import { afterEach, describe, expect, it } from 'vitest';
import { AUTH, startServer, type TestServer } from './_server.js';

let server: TestServer;
afterEach(() => server.app.close());

const ask = (text: string) =>
  server.app.inject({
    method: 'POST',
    url: '/v1/chat/completions',
    headers: AUTH,
    payload: { model: 'm', messages: [{ role: 'user', content: text }], user: 'ana' },
  });

const recorded = () => GenerationRecord.parse(server.records[0]?.payload);

describe('what is told of a verdict', () => {
  it('is nothing where it passes, and nothing of a refusal that nobody wants to hear of', async () => {
    server = await startServer();
    await ask('hello');
    await ask('zorblax');
    expect(server.told).toEqual([]);
  });

  it('names the rules and hazards of a refusal, in the commit of its record', async () => {
    server = await startServer({ tellsRefusals: true });
    await ask('zorblax helprix zorblax');
    const { verdict, generation } = recorded();
    expect(server.told).toEqual([
      {
        type: 'verdict.refused',
        tenant: 'acme',
        verdict,
        generation,
        rules: ['zorblax', 'helprix'],
        hazards: ['S2', 'S11'],
        at: expect.any(Number),
      },
    ]);
  });

  it('says nothing of what was asked, nor of who asked', async () => {
    server = await startServer({ tellsRefusals: true });
    await ask('zorblax wrapped in other words');
    await ask('holdrix wrapped in other words');
    const told = JSON.stringify(server.told);
    for (const content of ['wrapped', 'other', 'ana', 'key_1']) expect(told).not.toContain(content);
  });

  it.each(['hushrix', 'zorblax hushrix', 'hushhold zorblax'])(
    'of child safety is an alarm with the id of the verdict and nothing else (%s)',
    async (text) => {
      server = await startServer({ tellsRefusals: true });
      const answer = await ask(text);
      expect(answer.statusCode).toBe(400);
      expect(server.told).toEqual([
        {
          type: 'alarm.raised',
          tenant: 'acme',
          alarm: 'child-safety',
          at: expect.any(Number),
          ids: { verdict: recorded().verdict },
        },
      ]);
    },
  );

  it('opens a case of child safety that is held, but quietly', async () => {
    server = await startServer({ tellsRefusals: true });
    await ask('hushhold');
    expect(server.told.map(({ type }) => type)).toEqual(['verdict.held', 'alarm.raised']);
    expect(server.events).toMatchObject([{ rules: ['hushhold'], quiet: true }]);
  });
});
