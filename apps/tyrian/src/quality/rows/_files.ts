import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll } from 'vitest';

/** A folder for the files of one test file; it is removed at the end. */
export function filesOfTest(): (name: string, content: string | Uint8Array | readonly object[]) => string {
  const folder = mkdtempSync(join(tmpdir(), 'tyrian-quality-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return (name, content) => {
    const file = join(folder, name);
    const plain = Array.isArray(content) ? content.map((row) => `${JSON.stringify(row)}\n`).join('') : content;
    writeFileSync(file, name.endsWith('.gz') && typeof plain === 'string' ? gzipSync(plain) : (plain as string));
    return file;
  };
}
