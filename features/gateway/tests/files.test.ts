import OpenAI, { toFile } from 'openai';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { demoUpstream } from '../src/upstream/demo-upstream.js';
import type { Upstream } from '../src/upstream/upstream.js';
import { PNG } from './_forms.js';
import { ask, startServer, type TestServer } from './_server.js';

let server: TestServer;
let client: OpenAI;
/** What the model server makes of a file that is read back. */
let changed = (text: string): string => text;

function changingUpstream(): Upstream {
  const inner = demoUpstream();
  return {
    ...inner,
    async send(request) {
      const answer = await inner.send(request);
      if (!request.path.endsWith('/content')) return answer;
      const pieces: Uint8Array[] = [];
      for await (const piece of answer.body) pieces.push(piece);
      const text = changed(Buffer.concat(pieces).toString('utf8'));
      async function* body(): AsyncGenerator<Uint8Array> {
        yield Buffer.from(text);
      }
      return { ...answer, body: body() };
    },
  };
}

beforeEach(async () => {
  changed = (text) => text;
  server = await startServer({ upstream: changingUpstream() });
  const baseURL = await server.app.listen({ port: 0, host: '127.0.0.1' });
  client = new OpenAI({ apiKey: 'tyr_test', baseURL: `${baseURL}/v1`, maxRetries: 3 });
});
afterEach(() => server.app.close());

const URL = '/v1/chat/completions';
const line = (content: string, index = 0, url = URL) => ({
  custom_id: `line-${index}`,
  method: 'POST',
  url,
  body: ask(content),
});
const jsonl = (lines: readonly object[]) => Buffer.from(lines.map((one) => JSON.stringify(one)).join('\n'));
const upload = async (lines: readonly object[], purpose: 'batch' | 'fine-tune' = 'batch') =>
  client.files.create({ file: await toFile(jsonl(lines), 'lines.jsonl'), purpose });

describe('a batch', () => {
  it('is checked when it is uploaded, run, and checked when it is read', async () => {
    const lines = [line('repeat after me: fine', 0), line('repeat after me: a quibblex', 1)];
    const file = await upload(lines);
    expect(file).toMatchObject({ object: 'file', filename: 'lines.jsonl', purpose: 'batch' });
    const batch = await client.batches.create({ input_file_id: file.id, endpoint: URL, completion_window: '24h' });
    const { status, output_file_id } = await client.batches.retrieve(batch.id);
    expect(status).toBe('completed');
    const text = await (await client.files.content(String(output_file_id))).text();
    const answers = text
      .trim()
      .split('\n')
      .map((one) => JSON.parse(one));
    expect(answers.map((one) => one.response.body.choices[0].message.content)).toEqual(['fine', 'a [out]']);
    expect((await client.batches.list()).data.map(({ id }) => id)).toEqual([batch.id]);
  });

  it('gives back no answer that is refused, and no words of an error', async () => {
    const { id } = await upload([line('repeat after me: fine', 0), line('repeat after me: fine', 1)]);
    const batch = await client.batches.create({ input_file_id: id, endpoint: URL, completion_window: '24h' });
    changed = (text) => {
      const [first = '', second = ''] = text.split('\n');
      const failed = { status_code: 400, request_id: 'r', body: { error: { message: 'about zorblax' } } };
      const error = { code: 'failed', message: 'zorblax' };
      const worse = { ...JSON.parse(second), response: failed, error, note: 'zorblax' };
      return `${first.replace('"fine"', '"zorblax"')}\n${JSON.stringify(worse)}`;
    };
    const text = await (await client.files.content(String(batch.output_file_id))).text();
    const [refused, failed] = text
      .trim()
      .split('\n')
      .map((one) => JSON.parse(one));
    expect(text).not.toContain('zorblax');
    expect(refused.response.body.choices[0]).toMatchObject({ finish_reason: 'content_filter' });
    expect(failed).toMatchObject({ custom_id: 'line-1', error: { code: 'failed' }, response: { status_code: 400 } });
    expect(server.evidence).toHaveLength(1);
  });

  it('has names and notes that are checked as well', async () => {
    await expect(upload([{ ...line('fine'), custom_id: 'zorblax' }])).rejects.toMatchObject({ code: 'lines_refused' });
    const { id } = await upload([line('fine')]);
    const metadata = { note: 'zorblax' };
    const started = client.batches.create({ input_file_id: id, endpoint: URL, completion_window: '24h', metadata });
    await expect(started).rejects.toMatchObject({ status: 400, code: 'content_filter' });
  });

  it('is uploaded whole or not at all, and says which lines are refused', async () => {
    const lines = [line('fine', 0), line('zorblax', 1), line('fine', 2), line('holdrix', 3)];
    await expect(upload(lines)).rejects.toMatchObject({ status: 400, code: 'lines_refused', param: 'file' });
    await expect(upload(lines)).rejects.toThrow('Lines 2, 4 of the file');
    expect((await client.files.list()).data).toEqual([]);
    expect(server.evidence.length).toBeGreaterThanOrEqual(2);
  });

  it.each([
    [[{ ...line('a'), more: 1 }], 'Line 1 of the file: Unknown field more'],
    [[line('a'), { ...line('b'), body: { ...ask('b'), unknown: 1 } }], 'Line 2 of the file: Unknown field unknown'],
    [[line('a', 0, '/v1/audio/transcriptions')], 'no route whose batches are checked'],
    [[line('a'), { ...line('b', 1, '/v1/completions'), body: { model: 'm', prompt: 'b' } }], 'one url'],
    [[], 'empty'],
  ])('is refused where a line is not a request: %#', async (lines, wanted) => {
    await expect(upload(lines)).rejects.toThrow(wanted);
  });

  it('runs only over a file that was checked here, for its own endpoint', async () => {
    const start = (input_file_id: string, endpoint: '/v1/chat/completions' | '/v1/completions') =>
      client.batches.create({ input_file_id, endpoint, completion_window: '24h' });
    await expect(start('file-other', URL)).rejects.toMatchObject({ code: 'field_invalid', param: 'input_file_id' });
    const { id } = await upload([line('fine')]);
    await expect(start(id, '/v1/completions')).rejects.toMatchObject({ param: 'input_file_id' });
    const trained = await upload([{ messages: [{ role: 'user', content: 'fine' }] }], 'fine-tune');
    await expect(start(trained.id, URL)).rejects.toMatchObject({ param: 'input_file_id' });
  });
});

describe('other files', () => {
  it('are checked by what they are: texts as texts, lines to train on by line, images as images', async () => {
    const refused = { code: 'content_filter' };
    const text = async (content: string, name = 'a.txt') =>
      client.files.create({ file: await toFile(Buffer.from(content), name), purpose: 'user_data' });
    await expect(text('about zorblax')).rejects.toMatchObject(refused);
    await expect(text('fine', 'zorblax.txt')).rejects.toMatchObject(refused);
    expect((await text('fine')).id).toMatch(/^file-/);
    const train = [{ messages: [{ role: 'assistant', content: 'zorblax' }] }];
    await expect(upload(train, 'fine-tune')).rejects.toMatchObject({ code: 'lines_refused' });
    await client.files.create({
      file: await toFile(Buffer.concat([PNG, Buffer.from([0xff])]), 'a.png'),
      purpose: 'vision',
    });
    expect(server.guard.checked.at(-2)?.generation.contents.map(({ modality }) => modality)).toContain('image');
  });

  it('are seen and deleted by who uploaded them, and not read back', async () => {
    const { id } = await upload([line('fine')]);
    const other = new OpenAI({ apiKey: 'tyr_message', baseURL: client.baseURL });
    expect((await client.files.retrieve(id)).id).toBe(id);
    await expect(client.files.content(id)).rejects.toMatchObject({ status: 400 });
    await expect(client.files.retrieve('file-unknown')).rejects.toMatchObject({ status: 404, code: 'not_found' });
    expect(await client.files.delete(id)).toMatchObject({ deleted: true });
    await expect(other.files.retrieve(id)).rejects.toMatchObject({ status: 404 });
  });
});
