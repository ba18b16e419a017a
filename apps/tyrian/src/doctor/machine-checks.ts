import { constants } from 'node:fs';
import { access, mkdir, statfs } from 'node:fs/promises';
import { createServer } from 'node:net';
import { totalmem } from 'node:os';
import type { Config } from '../config/config.js';
import type { Check } from './finding.js';

const OLDEST_NODE = [20, 19] as const;
const GIB = 1024 ** 3;

export const nodeCheck: Check = {
  name: 'node',
  async look() {
    const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
    const isOld = major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1]);
    if (isOld)
      return {
        state: 'fault',
        message: `Node ${process.versions.node}`,
        remedy: `Install Node ${OLDEST_NODE.join('.')} or newer.`,
      };
    return { state: 'ok', message: `Node ${process.versions.node}` };
  },
};

export const memoryCheck: Check = {
  name: 'memory',
  async look() {
    const gib = (totalmem() / GIB).toFixed(1);
    if (totalmem() >= GIB) return { state: 'ok', message: `${gib} GiB` };
    return {
      state: 'note',
      message: `${gib} GiB; the embedded database alone takes about half`,
      remedy: 'Use PostgreSQL with --database.',
    };
  },
};

export function portCheck({ host, port }: Config, isRunning: boolean): Check {
  return {
    name: 'port',
    async look() {
      if (isRunning) return { state: 'ok', message: `${host}:${port}, where Tyrian may be listening already` };
      const fault = await tryListen(host, port);
      if (!fault) return { state: 'ok', message: `${host}:${port} is free` };
      return {
        state: 'fault',
        message: `${host}:${port} cannot be used (${fault})`,
        remedy: 'Stop what listens there, or choose another with --port.',
      };
    },
  };
}

function tryListen(host: string, port: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (fault: NodeJS.ErrnoException) => resolve(fault.code ?? fault.message));
    server.listen(port, host, () => server.close(() => resolve(undefined)));
  });
}

export function dataFolderCheck({ data }: Config): Check {
  return {
    name: 'data folder',
    async look() {
      await mkdir(data, { recursive: true, mode: 0o700 });
      await access(data, constants.W_OK);
      const { bavail, bsize } = await statfs(data);
      const free = (bavail * bsize) / GIB;
      if (free < 1)
        return {
          state: 'note',
          message: `${data}, only ${free.toFixed(1)} GiB free`,
          remedy: 'Make room: when the disk is full, chats are refused.',
        };
      return { state: 'ok', message: `${data}, ${free.toFixed(0)} GiB free` };
    },
  };
}
