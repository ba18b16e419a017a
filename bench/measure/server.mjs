// Starts the built program as a user would, and waits until it is ready.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const CLI = fileURLToPath(new URL('../../apps/tyrian/dist/cli.js', import.meta.url));

export function dataFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'tyrian-bench-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Resolves with { url, key, pid, readyMs, stop } once the server says that it is ready. */
export function startServer(folder, flags = []) {
  const started = performance.now();
  const child = spawn(
    process.execPath,
    [CLI, 'serve', '--port', '0', '--data', folder, '--log', 'warn', '--json', ...flags],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const stop = () =>
    new Promise((resolve) => {
      child.once('exit', resolve);
      child.kill('SIGTERM');
    });
  return new Promise((resolve, reject) => {
    let text = '';
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)));
    child.stdout.on('data', (chunk) => {
      text += chunk;
      const end = text.indexOf('\n');
      if (end >= 0)
        resolve({ ...JSON.parse(text.slice(0, end)), pid: child.pid, readyMs: performance.now() - started, stop });
    });
  });
}
