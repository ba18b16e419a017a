import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { KEY_PURPOSES } from '@tyrian/contracts';
import { beforeEach, describe, expect, it } from 'vitest';
import { openKeys } from './key-files.js';
import { memoryKeys } from './memory-keys.js';

describe('keys in files', () => {
  let folder: string;
  beforeEach(() => {
    folder = join(mkdtempSync(join(tmpdir(), 'tyrian-keys-')), 'keys');
    return () => rmSync(folder, { recursive: true, force: true });
  });

  it('are made when they are first needed, readable by nobody else', async () => {
    const keys = await openKeys(folder, () => 7);
    expect(readdirSync(folder)).toEqual([]);
    const key = keys.current('vault');
    expect(key).toMatchObject({ id: 'vault-1', purpose: 'vault', createdAt: 7 });
    expect(key.secret).toHaveLength(32);
    expect(readdirSync(folder)).toEqual(['vault-1.json']);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(statSync(join(folder, 'vault-1.json')).mode & 0o777).toBe(0o600);
  });

  it('are the same after a restart, one for each purpose', async () => {
    const before = await openKeys(folder);
    const secrets = KEY_PURPOSES.map((purpose) => Buffer.from(before.current(purpose).secret).toString('hex'));
    const after = await openKeys(folder);
    expect(KEY_PURPOSES.map((purpose) => Buffer.from(after.current(purpose).secret).toString('hex'))).toEqual(secrets);
    expect(new Set(secrets).size).toBe(KEY_PURPOSES.length);
  });

  it('stay readable after a rotation, and the newest is current', async () => {
    const keys = await openKeys(folder);
    const first = keys.current('content');
    for (let number = 2; number <= 11; number++) expect((await keys.rotate('content')).id).toBe(`content-${number}`);
    const after = await openKeys(folder);
    expect(after.current('content').id).toBe('content-11');
    expect(Buffer.from(after.byId('content-1').secret).equals(first.secret)).toBe(true);
  });

  it('are found when another process has made them', async () => {
    const [one, other] = [await openKeys(folder), await openKeys(folder)];
    const made = one.current('vault');
    expect(Buffer.from(other.current('vault').secret).equals(made.secret)).toBe(true);
    await one.rotate('vault');
    expect(other.byId('vault-2').id).toBe('vault-2');
  });

  it('are refused when others may read them', async () => {
    (await openKeys(folder)).current('vault');
    chmodSync(join(folder, 'vault-1.json'), 0o640);
    await expect(openKeys(folder)).rejects.toMatchObject({ code: 'KEY_FILE_UNSAFE' });
  });

  it('are refused when the file does not say what its name says', async () => {
    (await openKeys(folder)).current('vault');
    const text = readFileSync(join(folder, 'vault-1.json'), 'utf8');
    writeFileSync(join(folder, 'pseudonym-1.json'), text, { mode: 0o600 });
    await expect(openKeys(folder)).rejects.toThrow('The key file of pseudonym-1 is damaged');
  });

  it('are unknown by any other name, also one that is a path', async () => {
    const keys = await openKeys(folder);
    for (const id of ['vault-9', 'vault-0', '../vault-1', 'other-1', '']) {
      expect(() => keys.byId(id)).toThrow(expect.objectContaining({ code: 'KEY_UNKNOWN' }));
    }
  });
});

describe('keys in memory', () => {
  it('rotate and stay readable', async () => {
    const keys = memoryKeys();
    const first = keys.current('checkpoint');
    expect((await keys.rotate('checkpoint')).id).toBe('checkpoint-2');
    expect(keys.byId('checkpoint-1')).toBe(first);
    expect(() => keys.byId('checkpoint-3')).toThrow(expect.objectContaining({ code: 'KEY_UNKNOWN' }));
  });
});
