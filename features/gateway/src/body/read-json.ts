import { isUtf8 } from 'node:buffer';
import { errors } from '@tyrian/contracts';
import type { FastifyInstance } from 'fastify';
import { immodestyOf } from './json-shape.js';

/** Reads bytes as JSON, strictly: no replacement characters, no byte order mark. */
function readJson(bytes: Buffer): unknown {
  if (!isUtf8(bytes)) throw errors.BODY_NOT_UTF8();
  const text = bytes.toString('utf8');
  const immodesty = immodestyOf(text);
  if (immodesty !== undefined) throw errors.BODY_NOT_JSON([immodesty]);
  try {
    return JSON.parse(text);
  } catch {
    // The parser's own message quotes the body.
    throw errors.BODY_NOT_JSON([bytes.length === 0 ? 'it is empty' : 'it does not parse']);
  }
}

/** Makes `request.body` what `readJson` reads; other content types are refused. */
export function acceptJsonBodies(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, async (_request: unknown, bytes: Buffer) =>
    readJson(bytes),
  );
}
