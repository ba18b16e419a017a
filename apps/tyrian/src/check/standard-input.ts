import { isUtf8 } from 'node:buffer';
import { errors } from '@tyrian/contracts';

const MAX_BYTES = 8 * 1024 * 1024;

/** All of standard input as text. Throws BODY_TOO_LARGE or BODY_NOT_UTF8. */
export async function readStandardInput(): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of process.stdin) {
    const buffer = Buffer.from(chunk);
    bytes += buffer.length;
    if (bytes > MAX_BYTES) throw errors.BODY_TOO_LARGE([MAX_BYTES]);
    chunks.push(buffer);
  }
  const whole = Buffer.concat(chunks);
  if (!isUtf8(whole)) throw errors.BODY_NOT_UTF8();
  return whole.toString('utf8');
}
