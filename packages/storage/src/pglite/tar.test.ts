import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeEach, describe, expect, it } from 'vitest';
import { plainTar, unpackFolder } from './tar.js';

function entry(name: string, content: string | null): Buffer {
  const header = Buffer.alloc(512);
  header.write(name);
  header.write((content?.length ?? 0).toString(8).padStart(11, '0'), 124);
  header.write(content === null ? '5' : '0', 156);
  const body = Buffer.from(content ?? '');
  return Buffer.concat([header, body, Buffer.alloc((512 - (body.length % 512)) % 512)]);
}

const END = Buffer.alloc(1024);

describe('unpackFolder', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'tyrian-tar-'));
    return () => rmSync(folder, { recursive: true, force: true });
  });

  it('makes the folder with files and folders, for its owner alone', () => {
    const tar = Buffer.concat([
      entry('/a', null),
      entry('/a/b.txt', 'x'.repeat(600)),
      entry('c/d/e', ''),
      entry('empty', null),
      END,
    ]);
    const target = join(folder, 'data');
    unpackFolder(plainTar(gzipSync(tar)), target);
    expect(readFileSync(join(target, 'a', 'b.txt'), 'utf8')).toBe('x'.repeat(600));
    expect(readdirSync(target).sort()).toEqual(['a', 'c', 'empty']);
    expect(readFileSync(join(target, 'c', 'd', 'e'), 'utf8')).toBe('');
    expect(statSync(target).mode & 0o777).toBe(0o700);
    expect(statSync(join(target, 'a', 'b.txt')).mode & 0o777).toBe(0o600);
  });

  it('starts anew where an attempt was cut off', () => {
    mkdirSync(join(folder, 'data.new'));
    writeFileSync(join(folder, 'data.new', 'half'), 'x');
    unpackFolder(Buffer.concat([entry('whole', 'x'), END]), join(folder, 'data'));
    expect(readdirSync(folder)).toEqual(['data']);
    expect(readdirSync(join(folder, 'data'))).toEqual(['whole']);
  });

  it('leaves no folder behind when the tar is damaged, or names a path outside', () => {
    const target = join(folder, 'data');
    const cut = Buffer.concat([entry('ok', 'x'), entry('long', 'x'.repeat(2000))]).subarray(0, 1500);
    for (const tar of [cut, entry('../outside', 'x'), Buffer.alloc(600, 'x')]) {
      expect(() => unpackFolder(tar, target)).toThrow();
      expect(readdirSync(folder).filter((name) => name !== 'data.new')).toEqual([]);
    }
  });
});
