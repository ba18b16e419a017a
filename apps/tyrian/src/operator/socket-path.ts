import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** Longest path of a socket that every system takes (sun_path has 104 bytes on macOS, 108 on Linux). */
const LONGEST = 100;

/** Where the operator's socket of a data folder is: in it, or in the temporary folder where that path is too long. */
export function socketPath(dataFolder: string): string {
  const inside = join(resolve(dataFolder), 'operator.sock');
  if (Buffer.byteLength(inside) <= LONGEST) return inside;
  const name = createHash('sha256').update(inside).digest('hex').slice(0, 16);
  return join(tmpdir(), `tyrian-${name}.sock`);
}
