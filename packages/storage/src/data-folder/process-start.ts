import { readFileSync } from 'node:fs';

/**
 * When a process started, in ticks since the machine did: a pid alone may be somebody else's by now. Undefined where
 * there is no /proc, or no such process.
 */
export function processStart(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name, in parentheses, may hold spaces; the start time is the 20th field after it (proc(5)).
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
  } catch {
    // Not Linux, or gone.
    return undefined;
  }
}

export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it runs, but as somebody else.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
