import { createHash } from 'node:crypto';
import { isObject, type JsonObject } from '../../fields/field.js';
import { readForm } from '../../form/read-form.js';
import { parseJsonText, readJsonAnswer } from '../read-answer.js';
import type { UpstreamAnswer, UpstreamRequest } from '../upstream.js';

type Send = (request: UpstreamRequest) => Promise<UpstreamAnswer>;

/** Files kept, the oldest forgotten. */
const MAX = 100;

/** The files and batches of the built-in model: in memory, and a batch is done as soon as it is asked for. */
export function demoFiles(send: Send): (request: UpstreamRequest) => Promise<UpstreamAnswer | undefined> {
  const files = new Map<string, { readonly about: JsonObject; readonly bytes: Buffer }>();
  const batches = new Map<string, JsonObject>();

  function keep(bytes: Buffer, filename: string, purpose: string): JsonObject {
    const id = `file-demo${createHash('sha256').update(filename).update(bytes).digest('hex').slice(0, 24)}`;
    const about = { id, object: 'file', bytes: bytes.length, created_at: 0, filename, purpose, status: 'processed' };
    files.set(id, { about, bytes });
    for (const oldest of files.keys()) if (files.size > MAX) files.delete(oldest);
    return about;
  }

  async function upload({ body = '', contentType = '' }: UpstreamRequest): Promise<JsonObject> {
    const parts = await readForm(Buffer.from(body as Uint8Array), contentType);
    const file = parts.find(({ name }) => name === 'file')?.value;
    const purpose = parts.find(({ name }) => name === 'purpose')?.value;
    return keep(
      isObject(file) ? (file.bytes as Buffer) : Buffer.alloc(0),
      String(Object(file).filename),
      String(purpose),
    );
  }

  async function run(line: JsonObject, request: UpstreamRequest, index: number): Promise<object> {
    const path = String(line.url).replace(/^\/v1/, '');
    const answer = await send({ ...request, path, contentType: undefined, body: JSON.stringify(line.body) });
    const response = { status_code: answer.status, request_id: `req_demo${index}`, body: await readJsonAnswer(answer) };
    return { id: `batch_req_demo${index}`, custom_id: line.custom_id, response, error: null };
  }

  async function start(request: UpstreamRequest): Promise<JsonObject> {
    const { input_file_id, endpoint, completion_window, metadata } = parseJsonText(String(request.body));
    const text = files.get(String(input_file_id))?.bytes.toString('utf8') ?? '';
    const lines = text.split('\n').filter((line) => line !== '');
    const results = await Promise.all(lines.map((line, index) => run(parseJsonText(line), request, index)));
    const output = keep(
      Buffer.from(results.map((one) => JSON.stringify(one)).join('\n')),
      'output.jsonl',
      'batch_output',
    );
    const id = `batch_demo${String(input_file_id).slice(-8)}`;
    const done = { id, object: 'batch', endpoint, completion_window, input_file_id, output_file_id: output.id };
    const batch = { ...done, metadata, status: 'completed', created_at: 0, completed_at: 0 };
    batches.set(id, batch);
    return batch;
  }

  return async (request) => {
    const [path = ''] = request.path.split('?');
    const [, kind, id, action] = path.split('/');
    if (kind !== 'files' && kind !== 'batches') return undefined;
    if (id === undefined && request.method === 'POST')
      return json(await (kind === 'files' ? upload(request) : start(request)));
    const all = kind === 'files' ? [...files.values()].map(({ about }) => about) : [...batches.values()];
    if (id === undefined) return json({ object: 'list', data: all, has_more: false });
    const found = all.find((one) => one.id === id);
    if (!found) return json({ error: { message: 'There is no such file', type: 'invalid_request_error' } }, 404);
    if (action === 'content') return answer(files.get(id)?.bytes ?? Buffer.alloc(0), 'application/octet-stream');
    if (request.method !== 'DELETE') return json(found);
    files.delete(id);
    return json({ id, object: 'file', deleted: true });
  };
}

function json(body: object, status = 200): UpstreamAnswer {
  return { ...answer(Buffer.from(JSON.stringify(body)), 'application/json'), status };
}

function answer(bytes: Buffer, type: string): UpstreamAnswer {
  async function* body(): AsyncGenerator<Uint8Array> {
    yield bytes;
  }
  return { status: 200, headers: { 'content-type': type }, body: body() };
}
