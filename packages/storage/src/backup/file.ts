import { createHash, randomBytes } from 'node:crypto';
import { createWriteStream, existsSync, linkSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { Readable, Transform, type TransformCallback } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { errors } from '@tyrian/contracts';
import { isCode } from '../files/publish.js';

/** Writes a stream into a file that appears when it is whole, for its owner alone. Throws FILE_EXISTS. */
export async function writeFileOnce(
  file: string,
  content: AsyncIterable<Buffer>,
  through: Transform,
): Promise<{ readonly sha256: string; readonly bytes: number }> {
  if (existsSync(file)) throw errors.FILE_EXISTS([file]);
  const partial = `${file}.${randomBytes(6).toString('hex')}.partial`;
  const hash = createHash('sha256');
  let bytes = 0;
  const counted = new Transform({
    transform(chunk: Buffer, _encoding, done: TransformCallback) {
      hash.update(chunk);
      bytes += chunk.length;
      done(null, chunk);
    },
  });
  try {
    await pipeline(Readable.from(content), through, counted, createWriteStream(partial, { mode: 0o600, flags: 'wx' }));
    const handle = await open(partial, 'r+');
    await handle.sync().finally(() => handle.close());
    linkSync(partial, file);
  } catch (fault) {
    if (isCode(fault, 'EEXIST')) throw errors.FILE_EXISTS([file], { cause: fault });
    throw fault;
  } finally {
    rmSync(partial, { force: true });
  }
  return { sha256: hash.digest('hex'), bytes };
}
