import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { errors, TyrianError } from '@tyrian/contracts';
import { readLines } from '../../check/read-lines.js';
import { type LabelledRow, parseRow } from './labelled-row.js';

/** A line that was read, or why it could not be. */
export type ReadRow = { readonly line: number } & ({ readonly row: LabelledRow } | { readonly fault: TyrianError });

/**
 * The rows of a JSON Lines file, packed (`.gz`) or not, in order and in bounded memory. Throws INVALID_INPUT where the
 * file cannot be read or unpacked.
 */
export async function* readRows(file: string): AsyncGenerator<ReadRow> {
  const bytes = createReadStream(file);
  const plain = file.endsWith('.gz') ? bytes.pipe(createGunzip()) : bytes;
  bytes.on('error', (fault) => plain.destroy(fault));
  try {
    for await (const read of readLines(plain)) {
      if ('fault' in read) yield { line: read.number, fault: read.fault };
      else yield { line: read.number, ...parsed(read.text) };
    }
  } catch (cause) {
    throw unreadable(file, cause);
  } finally {
    bytes.destroy();
    plain.destroy();
  }
}

function parsed(text: string): { row: LabelledRow } | { fault: TyrianError } {
  try {
    return { row: parseRow(text) };
  } catch (fault) {
    if (fault instanceof TyrianError) return { fault };
    throw fault;
  }
}

/** Hex of SHA-256 over the bytes of a file as they lie. Throws INVALID_INPUT where it cannot be read. */
export async function sha256OfFile(file: string): Promise<string> {
  const hash = createHash('sha256');
  try {
    await pipeline(createReadStream(file), hash);
  } catch (cause) {
    throw unreadable(file, cause);
  }
  return hash.digest('hex');
}

function unreadable(file: string, cause: unknown): unknown {
  if (cause instanceof TyrianError || !(cause instanceof Error) || !('code' in cause)) return cause;
  return errors.INVALID_INPUT([`${file} cannot be read (${String(cause.code)})`], { cause });
}
