import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const CLI = fileURLToPath(new URL('../dist/cli.js', import.meta.url));
const Ready = z.object({ url: z.string(), key: z.string().nullable(), firstCode: z.string().nullable() });

/** A folder for one test file; `dispose` removes it. */
export function temporaryFolder(): { path: string; dispose: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'tyrian-test-'));
  return { path, dispose: () => rmSync(path, { recursive: true, force: true }) };
}

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the built program to its end, as a shell would. */
export function tyrian(
  args: readonly string[],
  options: { input?: string; cwd?: string; env?: Record<string, string> } = {},
): Promise<Ran> {
  return new Promise((resolve) => {
    const env = { ...process.env, NO_COLOR: '1', ...options.env };
    const child = execFile(
      process.execPath,
      [CLI, ...args],
      { cwd: options.cwd, env, maxBuffer: 64 << 20 },
      (fault, out, err) => {
        resolve({ code: fault && typeof fault.code === 'number' ? fault.code : fault ? 1 : 0, out, err });
      },
    );
    child.stdin?.end(options.input ?? '');
  });
}

/** Runs the built program and kills it as soon as it says how far it is. */
export function killedAtFirstWord(args: readonly string[]): Promise<void> {
  const child = spawn(process.execPath, [CLI, ...args], { stdio: ['ignore', 'ignore', 'pipe'] });
  child.stderr.once('data', () => child.kill('SIGKILL'));
  return new Promise((resolve, reject) => {
    child.once('exit', (code, signal) =>
      signal === 'SIGKILL' ? resolve() : reject(new Error(`it ended with ${code} before it was killed`)),
    );
  });
}

export interface Running {
  readonly url: string;
  /** Secret of the first key, on the first start. */
  readonly key: string;
  /** Lets the first member in; empty once there is one. */
  readonly firstCode: string;
  readonly data: string;
  readonly process: ChildProcess;
  stop(signal?: NodeJS.Signals): Promise<void>;
}

/** Starts the built server and waits until it says that it is ready. */
export async function startServer(
  data: string,
  flags: readonly string[] = [],
  env: Record<string, string> = {},
): Promise<Running> {
  const { ready, ...running } = await startProgram(
    ['serve', '--port', '0', '--data', data, '--log', 'warn', ...flags],
    env,
  );
  const { url, key, firstCode } = Ready.parse(ready);
  return { ...running, url, key: key ?? '', firstCode: firstCode ?? '', data };
}

/** Starts the built worker and waits until it says that it is ready. */
export function startWorker(
  data: string,
  flags: readonly string[] = [],
  env: Record<string, string> = {},
): Promise<Pick<Running, 'process' | 'stop'>> {
  return startProgram(['worker', '--data', data, ...flags], env);
}

function startProgram(
  args: readonly string[],
  env: Record<string, string>,
): Promise<Pick<Running, 'process' | 'stop'> & { readonly ready: unknown }> {
  const child = spawn(process.execPath, [CLI, ...args, '--json'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  return new Promise((resolve, reject) => {
    let [out, err] = ['', ''];
    child.stderr.on('data', (chunk: Buffer) => {
      err += chunk;
    });
    child.once('exit', (code) => reject(new Error(`the program ended with ${code}: ${err}`)));
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk;
      const end = out.indexOf('\n');
      if (end < 0) return;
      resolve({
        ready: JSON.parse(out.slice(0, end)),
        process: child,
        async stop(signal = 'SIGTERM') {
          child.kill(signal);
          await ended;
        },
      });
    });
  });
}
