import { randomUUID } from 'node:crypto';

/** A file as it is sent on: its name is ours. */
export interface SentFile {
  readonly filename: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

/**
 * Writes multipart/form-data anew. Names and file names must be of letters, digits and `_ . - [ ]`, so that nothing in
 * them ends a header; the boundary is random, so that nothing in a text ends a part.
 */
export function writeForm(parts: readonly (readonly [string, string | SentFile])[]): {
  readonly body: Uint8Array;
  readonly contentType: string;
} {
  const boundary = `tyrian-${randomUUID()}`;
  const pieces: Uint8Array[] = [];
  for (const [name, value] of parts) {
    if (typeof value === 'string') {
      pieces.push(Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`));
      continue;
    }
    const { filename, type, bytes } = value;
    const disposition = `content-disposition: form-data; name="${name}"; filename="${filename}"`;
    pieces.push(Buffer.from(`--${boundary}\r\n${disposition}\r\ncontent-type: ${type}\r\n\r\n`), bytes, CRLF);
  }
  pieces.push(Buffer.from(`--${boundary}--\r\n`));
  return { body: Buffer.concat(pieces), contentType: `multipart/form-data; boundary=${boundary}` };
}

const CRLF = Buffer.from('\r\n');
