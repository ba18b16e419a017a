import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { gunzipSync } from 'node:zlib';

const BLOCK = 512;
const FOLDER = 0x35;

/** The bytes of a tar, unzipped where it is zipped. */
export function plainTar(bytes: Uint8Array): Uint8Array {
  return bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes;
}

/**
 * Makes a folder from a tar, all of it or none: it is written beside and then renamed, so that a process that is
 * killed meanwhile leaves no half of a database behind. Far quicker than to write it through the WASM file system.
 */
export function unpackFolder(tar: Uint8Array, folder: string): void {
  const beside = `${resolve(folder)}.new`;
  rmSync(beside, { recursive: true, force: true });
  mkdirSync(beside, { recursive: true, mode: 0o700 });
  for (const entry of readEntries(tar)) {
    const path = join(beside, entry.name);
    if (path !== beside && !path.startsWith(beside + sep)) throw new Error('the snapshot names a path outside of it');
    mkdirSync(entry.isFolder ? path : dirname(path), { recursive: true, mode: 0o700 });
    if (!entry.isFolder) writeFileSync(path, entry.bytes, { mode: 0o600 });
  }
  rmSync(folder, { recursive: true, force: true });
  renameSync(beside, folder);
  syncFolder(dirname(resolve(folder)));
}

function* readEntries(tar: Uint8Array): Generator<{ name: string; isFolder: boolean; bytes: Uint8Array }> {
  for (let at = 0; tar[at] !== 0; ) {
    // The last entry is followed by empty blocks.
    if (at + BLOCK > tar.length) throw new Error('the snapshot is cut short');
    const size = Number.parseInt(textAt(tar, at + 124, 12), 8);
    if (!Number.isSafeInteger(size)) throw new Error('the snapshot is not a tar');
    const prefix = textAt(tar, at + 345, 155);
    const name = textAt(tar, at, 100);
    const start = at + BLOCK;
    if (start + size > tar.length) throw new Error('the snapshot is cut short');
    yield {
      name: prefix ? `${prefix}/${name}` : name,
      isFolder: tar[at + 156] === FOLDER,
      bytes: tar.subarray(start, start + size),
    };
    at = start + Math.ceil(size / BLOCK) * BLOCK;
  }
}

function textAt(tar: Uint8Array, start: number, length: number): string {
  const field = Buffer.from(tar.buffer, tar.byteOffset + start, length);
  const end = field.indexOf(0);
  return field.toString('utf8', 0, end < 0 ? length : end);
}

function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
