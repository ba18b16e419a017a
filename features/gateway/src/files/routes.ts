import { errors } from '@tyrian/contracts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { admit } from '../conduct/admit.js';
import type { DoorPorts } from '../door-ports.js';
import { doors } from '../doors/all.js';
import { abortOnDisconnect } from '../doors/call.js';
import { openAiDialect } from '../doors/dialects/openai.js';
import { acceptForms } from '../doors/mount.js';
import { refusalOf, sendRefusal } from '../doors/refusal.js';
import { ID } from '../fields/alphabet.js';
import { isObject, type JsonObject } from '../fields/field.js';
import { readWalk } from '../fields/reading.js';
import { batchAnswer, batchList, batchRequest } from '../fields/tables/files/batch.js';
import { fileAnswer, fileDeleted, fileList } from '../fields/tables/files/file.js';
import { createWalk } from '../fields/walk.js';
import { walkDocument } from '../fields/walk-document.js';
import { type Exchange, openExchange } from '../verdict/exchange.js';
import { isPassed, judge } from '../verdict/judge.js';
import { store } from '../verdict/store.js';
import { askFiles, askObject } from './ask.js';
import { type CheckedFiles, memoryCheckedFiles, type OwnedFile } from './checked-files.js';
import { isInBatches } from './lines.js';
import { checkResults } from './results.js';
import { checkUpload } from './upload.js';

const MIB = 1024 * 1024;
const MAX_RESULT_BYTES = 64 * MIB;

interface Call {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly exchange: Exchange;
  readonly signal: AbortSignal;
  readonly id: string;
}

/** Files and batches: what is uploaded is checked first, and everybody sees their own only. */
export function mountFiles(app: FastifyInstance, ports: DoorPorts): void {
  const files = ports.checkedFiles ?? memoryCheckedFiles();

  function route(
    method: 'GET' | 'POST' | 'DELETE',
    url: string,
    summary: string,
    run: (call: Call) => Promise<unknown>,
  ) {
    void app.register(async (inner) => {
      acceptForms(inner);
      inner.route({
        method,
        url,
        bodyLimit: 50 * MIB,
        schema: { summary, tags: ['openai'] },
        handler: async (request, reply) => {
          const door = url.startsWith('/v1/files') ? 'openai.files' : 'openai.batches';
          const opened = openExchange(ports, request, { door });
          // What is there already can be fetched and deleted.
          const exchange = method === 'POST' ? await admit(ports, opened, reply) : opened;
          const { signal } = abortOnDisconnect(reply);
          return run({ request, reply, exchange, signal, id: idOf(request) });
        },
      });
    });
  }

  async function owned({ exchange, id }: Call, ...kinds: readonly OwnedFile['kind'][]): Promise<OwnedFile> {
    const found = await files.find(exchange.principal.tenant, id);
    if (!found || !kinds.includes(found.kind))
      throw errors.NOT_FOUND([kinds.includes('batch') ? 'such batch' : 'such file']);
    return found;
  }

  async function ownedBatch(call: Call): Promise<Extract<OwnedFile, { kind: 'batch' }>> {
    const found = await owned(call, 'batch');
    if (found.kind !== 'batch') throw errors.NOT_FOUND(['such batch']);
    return found;
  }

  route('POST', '/v1/files', 'A file, checked before it is uploaded', async ({ request, reply, exchange, signal }) => {
    const checked = await checkUpload(ports, exchange, doors, request.body, request.headers['content-type'] ?? '');
    if ('refused' in checked) return sendRefusal(reply, openAiDialect, checked.refused);
    const question = { method: 'POST', path: '/files', ...checked.form } as const;
    const { body, server } = await askObject(ports, exchange, question, fileAnswer, signal);
    await files.add(exchange.principal.tenant, String(body.id), { ...checked.owned, server });
    return body;
  });

  route('GET', '/v1/files', 'Own files', async (call) => list(ports, files, call, '/files', fileList));
  route('GET', '/v1/files/:id', 'One own file', async (call) => {
    const { server } = await owned(call, ...FILES);
    const question = { method: 'GET', path: `/files/${call.id}`, server } as const;
    return (await askObject(ports, call.exchange, question, fileAnswer, call.signal)).body;
  });
  route('DELETE', '/v1/files/:id', 'Deletes an own file', async (call) => {
    const { server } = await owned(call, ...FILES);
    const question = { method: 'DELETE', path: `/files/${call.id}`, server } as const;
    const { body } = await askObject(ports, call.exchange, question, fileDeleted, call.signal);
    await files.remove(call.exchange.principal.tenant, call.id);
    return body;
  });
  route('GET', '/v1/files/:id/content', 'Results of a batch, checked line by line', async (call) => {
    const found = await owned(call, ...FILES);
    if (found.kind !== 'batch-output') throw errors.INVALID_INPUT(['Only the results of batches can be read back']);
    const door = doors.find((one) => isInBatches(one) && one.routes.includes(found.endpoint));
    if (!door) throw errors.NOT_FOUND(['such file']);
    const question = { method: 'GET', path: `/files/${call.id}/content`, server: found.server } as const;
    const answer = await askFiles(ports, call.exchange, question, call.signal);
    const text = await checkResults(ports, call.exchange, door, await bytesOf(answer.body));
    return call.reply.type('application/jsonl; charset=utf-8').send(text);
  });

  async function described(
    call: Call,
    question: { method: 'GET' | 'POST'; path: string; body?: string },
    { endpoint, server: asked }: { readonly endpoint: string; readonly server?: string | undefined },
  ) {
    const { exchange, signal } = call;
    const { body, server } = await askObject(ports, exchange, { ...question, server: asked }, batchAnswer, signal);
    const { tenant } = exchange.principal;
    await files.add(tenant, String(body.id), { kind: 'batch', endpoint, server });
    for (const id of [body.output_file_id, body.error_file_id]) {
      if (typeof id === 'string') await files.add(tenant, id, { kind: 'batch-output', endpoint, server });
    }
    return body;
  }

  route('POST', '/v1/batches', 'A batch of requests that were checked when their file was uploaded', async (call) => {
    const { request, reply, exchange } = call;
    if (!isObject(request.body)) throw errors.BODY_NOT_JSON(['it is not an object']);
    const walk = createWalk('request');
    walkDocument(batchRequest, request.body, walk);
    const { input_file_id: input, endpoint } = request.body;
    const file = await files.find(exchange.principal.tenant, String(input));
    if (file?.kind !== 'batch-input' || file.endpoint !== endpoint) {
      const problem = 'is no file for this endpoint whose lines were checked here: upload it again';
      throw errors.FIELD_INVALID(['input_file_id', problem], { param: 'input_file_id' });
    }
    const judged = await judge(ports, exchange, readWalk(walk, 'input'), { stage: 'input' });
    await store(ports.recorder, judged.commit);
    const { verdict, reading } = judged;
    if (!isPassed(verdict)) {
      return sendRefusal(reply, openAiDialect, refusalOf(ports, exchange, reading.contents, verdict));
    }
    return described(call, { method: 'POST', path: '/batches', body: JSON.stringify(request.body) }, file);
  });
  route('GET', '/v1/batches', 'Own batches', async (call) => list(ports, files, call, '/batches', batchList));
  route('GET', '/v1/batches/:id', 'One own batch', async (call) => {
    const batch = await ownedBatch(call);
    return described(call, { method: 'GET', path: `/batches/${call.id}` }, batch);
  });
  route('POST', '/v1/batches/:id/cancel', 'Cancels an own batch', async (call) => {
    const batch = await ownedBatch(call);
    return described(call, { method: 'POST', path: `/batches/${call.id}/cancel`, body: '{}' }, batch);
  });
}

const FILES = ['batch-input', 'batch-output', 'upload'] as const;

function idOf({ params }: FastifyRequest): string {
  const id = isObject(params) ? params.id : undefined;
  if (id === undefined) return '';
  if (typeof id !== 'string' || !ID.pattern.test(id) || /[/.]/.test(id)) throw errors.NOT_FOUND(['such file']);
  return id;
}

/** A page of what the model server lists, without what is others'. */
async function list(ports: DoorPorts, files: CheckedFiles, call: Call, path: string, table: typeof fileList) {
  const { exchange, request, signal } = call;
  const { limit, after } = (isObject(request.query) ? request.query : {}) as JsonObject;
  const query = new URLSearchParams();
  if (typeof limit === 'string' && /^\d{1,5}$/.test(limit)) query.set('limit', limit);
  if (typeof after === 'string' && ID.pattern.test(after)) query.set('after', after);
  const question = { method: 'GET', path: query.size > 0 ? `${path}?${query}` : path } as const;
  const { body } = await askObject(ports, exchange, question, table, signal);
  const data: JsonObject[] = [];
  for (const one of Array.isArray(body.data) ? body.data.filter(isObject) : []) {
    if (await files.find(exchange.principal.tenant, String(one.id))) data.push(one);
  }
  return { object: 'list', data, has_more: body.has_more === true };
}

async function bytesOf(body: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of body) {
    size += piece.byteLength;
    if (size > MAX_RESULT_BYTES) throw errors.UPSTREAM_TOO_LARGE([MAX_RESULT_BYTES]);
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}
