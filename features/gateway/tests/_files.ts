import { isObject, type JsonObject } from '../src/fields/field.js';
import { memoryCheckedFiles, type OwnedFile } from '../src/files/checked-files.js';
import { writeForm } from '../src/form/write-form.js';
import type { Upstream } from '../src/upstream/upstream.js';
import { asText, writeOdd } from './_odd-values.js';
import type { Answer } from './_sending.js';
import { AUTH, completion, scriptedUpstream, startServer, type TestServer } from './_server.js';

export const CHAT = '/v1/chat/completions';

/** A line of a batch that passes. */
export function lineOf(body: object, more: object = {}): object {
  return { custom_id: 'line-1', method: 'POST', url: CHAT, body, ...more };
}

/** A line of results that passes. */
export const RESULT = {
  id: 'batch_req_1',
  custom_id: 'line-1',
  response: { status_code: 200, request_id: 'req_1', body: completion('fine') },
  error: null,
};

/** Uploads bytes, with the fields of this document beside them. */
export async function upload(server: TestServer, document: object, bytes: Uint8Array): Promise<Answer> {
  const { filename = 'lines.jsonl', ...fields } = { purpose: 'batch', ...document } as JsonObject;
  const parts = Object.entries(fields).flatMap(([field, value]): [string, string][] => {
    if (Array.isArray(value)) return value.map((one) => [`${field}[]`, asText(one)]);
    if (!isObject(value)) return [[field, asText(value)]];
    return Object.entries(value).map(([key, inner]) => [`${field}[${key}]`, asText(inner)]);
  });
  const { body, contentType } = writeForm([
    ...parts,
    ['file', { filename: asText(filename), type: 'application/jsonl', bytes }],
  ]);
  const headers = { ...AUTH, 'content-type': contentType };
  return server.app.inject({ method: 'POST', url: '/v1/files', headers, payload: Buffer.from(body) });
}

export const jsonl = (...lines: readonly unknown[]): Buffer => Buffer.from(lines.map(writeOdd).join('\n'));

/** A model server that answers with what was last said. */
export function sayingUpstream(): { upstream: Upstream; say: (text: string | Uint8Array) => void } {
  let said: string | Uint8Array = '';
  return {
    upstream: { ...scriptedUpstream([]), send: (asked) => scriptedUpstream([said]).send(asked) },
    say: (text) => {
      said = text;
    },
  };
}

/** A server whose caller owns for good a file of each kind: `file-in` and `file-out` of a batch for chats, and the batch. */
export async function startWithFiles(upstream: Upstream): Promise<TestServer> {
  const checkedFiles = { ...memoryCheckedFiles(), remove: async () => undefined };
  const owned = { endpoint: CHAT, server: undefined };
  const files: Record<string, OwnedFile> = {
    'file-in': { kind: 'batch-input', ...owned },
    'file-out': { kind: 'batch-output', ...owned },
    'batch-1': { kind: 'batch', ...owned },
  };
  for (const [id, file] of Object.entries(files)) await checkedFiles.add('acme' as never, id, file);
  return startServer({ upstream, ports: { checkedFiles } });
}
