import { describe, expect, it } from 'vitest';
import { CHAT, jsonl, lineOf, RESULT, sayingUpstream, startWithFiles, upload } from './_files.js';
import { type Door, examplesOf, listeningUpstream, type Planted, plantEverywhere } from './_planting.js';
import { AUTH, ask, completion, post } from './_server.js';

const PHRASE = 'a zorblax b';
const NAME = 'zorblax_1.0';
const WORD = 'zorblax';
const BATCH = { input_file_id: 'file-in', endpoint: CHAT, completion_window: '24h' };
const URLS: Readonly<Partial<Record<Door, string>>> = {
  'openai.chat': CHAT,
  'openai.responses': '/v1/responses',
  'openai.completions': '/v1/completions',
  'openai.embeddings': '/v1/embeddings',
};

async function leaksOf(places: readonly Planted[], try_: (document: object) => Promise<string>): Promise<string[]> {
  const leaks: string[] = [];
  for (const { place, document } of places) if ((await try_(document)).includes(WORD)) leaks.push(place);
  return leaks;
}

describe('a word that is refused', () => {
  it.each(Object.entries(URLS))('at any place of a line of %s is not uploaded', async (door, url) => {
    const { upstream, heard } = listeningUpstream();
    const server = await startWithFiles(upstream);
    const bodies = examplesOf(door as Door, 'request');
    const places = plantEverywhere(
      bodies.map((body) => lineOf(body, { url })),
      PHRASE,
    );
    expect(places.length).toBeGreaterThan(10);
    const leaks = await leaksOf(places, async (line) => {
      await upload(server, {}, jsonl(lineOf(bodies[0] ?? {}, { url }), line));
      return heard();
    });
    // Credentials for servers that the model server calls.
    expect(
      leaks.filter((place) => !/\.(?:authorization|headers|domain_secrets\[\]\.value)(?::|\.|$)/.test(place)),
    ).toEqual([]);
    expect(
      (
        await upload(
          server,
          {},
          jsonl(lineOf(door === 'openai.chat' ? ask('fine') : { model: 'm', input: 'fine', prompt: 'fine' })),
        )
      ).statusCode,
    ).toBeLessThan(500);
  });

  it('at any place beside the file, or of a line to train on, is not uploaded', async () => {
    const { upstream, heard } = listeningUpstream();
    const server = await startWithFiles(upstream);
    const lines = jsonl(lineOf(ask('fine')));
    const fields = plantEverywhere(examplesOf('openai.files', 'request'), PHRASE);
    expect(await leaksOf(fields, async (document) => `${(await upload(server, document, lines)) && heard()}`)).toEqual(
      [],
    );
    const training = { messages: [{ role: 'user', content: 'a' }], tools: [{ name: 'b', deep: [{ c: ['d'] }] }] };
    const planted = plantEverywhere([training], PHRASE);
    const train = { purpose: 'fine-tune' };
    expect(
      await leaksOf(planted, async (line) => `${(await upload(server, train, jsonl(training, line))) && heard()}`),
    ).toEqual([]);
    for (const purpose of ['user_data', 'assistants', 'vision'])
      expect(
        await leaksOf(
          [{ place: purpose, document: {} }],
          async () => `${(await upload(server, { purpose }, Buffer.from(PHRASE))) && heard()}`,
        ),
      ).toEqual([]);
    expect((await upload(server, train, jsonl(training))).statusCode).toBe(200);
    expect(heard()).toContain('messages');
  });

  it('at any place of a new batch does not reach the model server', async () => {
    const { upstream, heard } = listeningUpstream();
    const server = await startWithFiles(upstream);
    const examples = examplesOf('openai.batches', 'request').map((example) => ({ ...example, ...BATCH }));
    const leaks = await leaksOf(plantEverywhere(examples, PHRASE), async (document) => {
      await post(server, '/v1/batches', document);
      return heard();
    });
    expect(leaks).toEqual([]);
  });

  it.each<[string, Door, 'GET' | 'POST' | 'DELETE', string]>([
    ['a file', 'openai.files', 'GET', '/v1/files/file-in'],
    ['a deleted file', 'openai.files', 'DELETE', '/v1/files/file-in'],
    ['a batch', 'openai.batches', 'GET', '/v1/batches/batch-1'],
    ['a cancelled batch', 'openai.batches', 'POST', '/v1/batches/batch-1/cancel'],
  ])('at any place of what is said of %s does not reach the client', async (_what, door, method, url) => {
    const places = [PHRASE, NAME].flatMap((marker) => plantEverywhere(examplesOf(door, 'answer'), marker));
    const { upstream, say } = sayingUpstream();
    const server = await startWithFiles(upstream);
    const leaks = await leaksOf(places, async (document) => {
      say(JSON.stringify(document));
      const answer = await server.app.inject({ method, url, headers: AUTH });
      return answer.body + JSON.stringify(answer.headers);
    });
    expect(leaks).toEqual([]);
  });

  it.each([
    ['files', 'openai.files'],
    ['batches', 'openai.batches'],
  ] as const)('at any place of a list of %s does not reach the client', async (path, door) => {
    const listed = (one: object) => ({
      object: 'list',
      data: [{ ...one, id: path === 'files' ? 'file-in' : 'batch-1' }],
      first_id: 'a',
      has_more: false,
    });
    const places = [PHRASE, NAME].flatMap((marker) => plantEverywhere(examplesOf(door, 'answer').map(listed), marker));
    const { upstream, say } = sayingUpstream();
    const server = await startWithFiles(upstream);
    const leaks = await leaksOf(places, async (document) => {
      say(JSON.stringify(document));
      return (await server.app.inject({ url: `/v1/${path}`, headers: AUTH })).body;
    });
    expect(leaks).toEqual([]);
  });

  it('at any place of the results of a batch does not reach the client', async () => {
    const { upstream, say } = sayingUpstream();
    const server = await startWithFiles(upstream);
    const failed = {
      ...RESULT,
      response: { status_code: 400, body: { error: { message: 'a' } } },
      error: { code: 'failed', message: 'b' },
    };
    const answers = examplesOf('openai.chat', 'answer').map((body) => ({
      ...RESULT,
      response: { ...RESULT.response, body },
    }));
    const leaks: string[] = [];
    for (const marker of [PHRASE, NAME]) {
      leaks.push(
        ...(await leaksOf(plantEverywhere([RESULT, failed, ...answers], marker), async (line) => {
          say(`${JSON.stringify(RESULT)}\n${JSON.stringify(line)}\n`);
          const answer = await server.app.inject({ url: '/v1/files/file-out/content', headers: AUTH });
          return answer.body + JSON.stringify(answer.headers);
        })),
      );
    }
    expect(leaks).toEqual([]);
    say(
      JSON.stringify({
        ...RESULT,
        response: { status_code: 200, request_id: 'r', body: completion('an answer') },
      }),
    );
    expect((await server.app.inject({ url: '/v1/files/file-out/content', headers: AUTH })).body).toContain('an answer');
  });
});
