import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { lockDataFolder, readLock } from './lock.js';
import { processStart } from './process-start.js';

describe('the lock of a data folder', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'tyrian-lock-'));
    return () => rmSync(folder, { recursive: true, force: true });
  });
  const write = (lock: object | string) =>
    writeFileSync(join(folder, 'tyrian.lock'), typeof lock === 'string' ? lock : JSON.stringify(lock));

  it('is held by one at a time, says by whom, and can be taken again', async () => {
    expect(readLock(folder)).toBeUndefined();
    const lock = await lockDataFolder(folder, '/run/tyrian.sock');
    expect(readLock(folder)).toEqual({ pid: process.pid, socketPath: '/run/tyrian.sock' });
    await expect(lockDataFolder(folder)).rejects.toMatchObject({ code: 'DATA_FOLDER_LOCKED' });
    lock.release();
    lock.release();
    expect(readdirSync(folder)).toEqual([]);
    (await lockDataFolder(folder)).release();
  });

  it('is taken over from a process that is gone', async () => {
    const child = spawn(process.execPath, ['-e', '']);
    await once(child, 'exit');
    write({ pid: child.pid, started: '1', socketPath: null });
    expect(readLock(folder)).toBeUndefined();
    const lock = await lockDataFolder(folder);
    expect(readLock(folder)?.pid).toBe(process.pid);
    expect(readdirSync(folder)).toEqual(['tyrian.lock']);
    lock.release();
  });

  it.runIf(processStart(process.pid))('is taken over when the pid is somebody else by now', async () => {
    write({ pid: process.pid, started: 'long ago', socketPath: null });
    expect(readLock(folder)).toBeUndefined();
    (await lockDataFolder(folder)).release();
  });

  it('is taken over when it is no lock at all', async () => {
    write('');
    (await lockDataFolder(folder)).release();
  });

  it('is not released by somebody who has it no longer', async () => {
    const lock = await lockDataFolder(folder);
    write({ pid: process.pid, started: processStart(process.pid), socketPath: 'other' });
    lock.release();
    expect(readLock(folder)?.socketPath).toBe('other');
  });

  it('goes to one of many who come at once', async () => {
    write({ pid: 2 ** 22 + 1, started: '1', socketPath: null });
    const script = `
      import { lockDataFolder } from ${JSON.stringify(new URL('../../dist/index.js', import.meta.url).href)};
      lockDataFolder(${JSON.stringify(folder)}).then(() => { console.log('taken'); setTimeout(() => {}, 5000); }, (error) => console.log(error.code));`;
    const children = Array.from({ length: 4 }, () => spawn(process.execPath, ['--input-type=module', '-e', script]));
    const said = await Promise.all(children.map(async (child) => String((await once(child.stdout, 'data'))[0]).trim()));
    expect(said.sort()).toEqual(['DATA_FOLDER_LOCKED', 'DATA_FOLDER_LOCKED', 'DATA_FOLDER_LOCKED', 'taken']);
    for (const child of children) child.kill('SIGKILL');
  });
});
