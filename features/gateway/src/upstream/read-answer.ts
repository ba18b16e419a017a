import { isUtf8 } from 'node:buffer';
import { errors } from '@tyrian/contracts';
import { immodestyOf } from '../body/json-shape.js';
import { isObject, type JsonObject } from '../fields/field.js';
import type { UpstreamAnswer } from './upstream.js';

const MAX_BYTES = 64 * 1024 * 1024;

/** Reads a whole answer as one JSON object. */
export async function readJsonAnswer(answer: UpstreamAnswer): Promise<JsonObject> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of answer.body) {
    size += chunk.byteLength;
    if (size > MAX_BYTES) throw errors.UPSTREAM_TOO_LARGE([MAX_BYTES]);
    chunks.push(chunk);
  }
  return parseJsonAnswer(Buffer.concat(chunks));
}

function parseJsonAnswer(bytes: Buffer): JsonObject {
  if (!isUtf8(bytes)) throw errors.UPSTREAM_INVALID(['it is not UTF-8']);
  return parseJsonText(bytes.toString('utf8'));
}

export function parseJsonText(text: string): JsonObject {
  const immodesty = immodestyOf(text);
  if (immodesty !== undefined) throw errors.UPSTREAM_INVALID([immodesty]);
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    throw errors.UPSTREAM_INVALID(['it is not JSON']);
  }
  if (!isObject(parsed)) throw errors.UPSTREAM_INVALID(['it is not a JSON object']);
  return parsed;
}

/** Refuses an answer of another type than was asked for. */
export function expectType(answer: UpstreamAnswer, type: string): void {
  const header = answer.headers['content-type'];
  const [found = ''] = (Array.isArray(header) ? (header[0] ?? '') : (header ?? '')).split(';');
  if (found.trim().toLowerCase() !== type) throw errors.UPSTREAM_INVALID([`its content type is not ${type}`]);
}
