import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { errors } from '@tyrian/contracts';
import { isCode, publishOnce } from '../files/publish.js';
import { isRunning, processStart } from './process-start.js';

const LOCK_FILE = 'tyrian.lock';

/** Who has the data folder. */
export interface LockOwner {
  readonly pid: number;
  /** Where it listens for the command line; null if it does not. */
  readonly socketPath: string | null;
}

export interface DataFolderLock {
  release(): void;
}

interface LockFile extends LockOwner {
  readonly started: string | null;
}

/**
 * Takes the data folder for this process; a second process that opened the same embedded database would destroy it.
 * Takes over from a process that is gone. Throws DATA_FOLDER_LOCKED while the owner lives.
 *
 * @example
 * const lock = await lockDataFolder('./data', './data/tyrian.sock');
 */
export async function lockDataFolder(folder: string, socketPath: string | null = null): Promise<DataFolderLock> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, LOCK_FILE);
  const started = processStart(process.pid) ?? null;
  const content = JSON.stringify({ pid: process.pid, started, socketPath } satisfies LockFile);
  for (let attempt = 0; attempt < 3; attempt++) {
    if (publishOnce(path, content, 0o600)) return { release: () => releaseLock(path, content) };
    const found = readLockFile(path);
    if (found && isAlive(found.lock)) throw errors.DATA_FOLDER_LOCKED([folder, found.lock?.pid ?? 'unknown']);
    if (found) removeStale(path, found.text);
  }
  throw errors.DATA_FOLDER_LOCKED([folder, 'unknown']);
}

/** The living process that has the data folder, if there is one. */
export function readLock(folder: string): LockOwner | undefined {
  const found = readLockFile(join(folder, LOCK_FILE));
  if (!found?.lock || !isAlive(found.lock)) return undefined;
  return { pid: found.lock.pid, socketPath: found.lock.socketPath };
}

/** Moved aside first, so that a lock which somebody else took in the meantime is noticed, and put back. */
function removeStale(path: string, stale: string): void {
  const aside = `${path}.${randomBytes(6).toString('hex')}.stale`;
  try {
    renameSync(path, aside);
    if (readFileSync(aside, 'utf8') !== stale) linkSync(aside, path);
  } catch (error) {
    // Somebody else was quicker; the next attempt shows what they left.
    if (!isCode(error, 'ENOENT') && !isCode(error, 'EEXIST')) throw error;
  } finally {
    rmSync(aside, { force: true });
  }
}

function releaseLock(path: string, content: string): void {
  if (readLockFile(path)?.text === content) rmSync(path, { force: true });
}

function readLockFile(path: string): { text: string; lock: LockFile | undefined } | undefined {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if (isCode(error, 'ENOENT')) return undefined;
    throw error;
  }
  return { text, lock: parseLock(text) };
}

function parseLock(text: string): LockFile | undefined {
  try {
    const parsed: unknown = JSON.parse(text);
    if (typeof parsed !== 'object' || parsed === null || !('pid' in parsed) || typeof parsed.pid !== 'number')
      return undefined;
    const started = 'started' in parsed && typeof parsed.started === 'string' ? parsed.started : null;
    const socketPath = 'socketPath' in parsed && typeof parsed.socketPath === 'string' ? parsed.socketPath : null;
    return { pid: parsed.pid, started, socketPath };
  } catch {
    // The file appears with all of its content, so this is none of ours, or damaged: nobody's lock.
    return undefined;
  }
}

function isAlive(lock: LockFile | undefined): boolean {
  if (!lock || !isRunning(lock.pid)) return false;
  const started = processStart(lock.pid);
  return lock.started === null || started === undefined || lock.started === started;
}
