import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lockDataFolder, openKeys } from '@tyrian/storage';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { parseConfig } from '../config/config.js';
import { readHelpLines } from '../config/help-lines.js';
import type { LoadedConfig } from '../config/load.js';
import { type Check, runCheck } from './finding.js';
import { dataFolderCheck, nodeCheck, portCheck } from './machine-checks.js';
import {
  configCheck,
  databaseCheck,
  helpLinesCheck,
  keysCheck,
  policyCheck,
  upstreamCheck,
} from './platform-checks.js';

const folder = mkdtempSync(join(tmpdir(), 'tyrian-doctor-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
  server = undefined;
});

async function listening(answer: RequestListener = (_request, response) => response.end('{}')): Promise<number> {
  const started = createServer(answer);
  server = started;
  await new Promise<void>((resolve) => started.listen(0, '127.0.0.1', resolve));
  return (started.address() as AddressInfo).port;
}

function configured(settings: object, more: Partial<LoadedConfig> = {}): LoadedConfig {
  return {
    config: parseConfig({ data: join(folder, 'data'), ...settings }),
    secrets: { guardKeys: {} },
    file: undefined,
    ...more,
  };
}

describe('a check', () => {
  it('that throws is itself a finding', async () => {
    const check = (look: Check['look']) => runCheck({ name: 'zorblax', look });
    expect(await check(() => Promise.reject(new Error('it broke')))).toEqual({
      check: 'zorblax',
      state: 'fault',
      message: 'it broke',
    });
    expect(await check(() => Promise.reject('no error at all'))).toMatchObject({ message: 'no error at all' });
    expect(await check(async () => ({ state: 'ok', message: 'fine' }))).toEqual({
      check: 'zorblax',
      state: 'ok',
      message: 'fine',
    });
  });
});

describe('the port', () => {
  it('is a fault while somebody else listens there, and no longer', async () => {
    const port = await listening();
    const { config } = configured({ port });
    expect(await runCheck(portCheck(config, false))).toMatchObject({
      state: 'fault',
      message: `127.0.0.1:${port} cannot be used (EADDRINUSE)`,
      remedy: expect.stringContaining('--port'),
    });
    server?.close();
    await new Promise((resolve) => server?.once('close', resolve));
    expect(await runCheck(portCheck(config, false))).toMatchObject({ state: 'ok' });
    expect(await runCheck(portCheck(config, false))).toMatchObject({ state: 'ok' });
  });

  it('may be taken by Tyrian itself', async () => {
    const port = await listening();
    expect(await runCheck(portCheck(configured({ port }).config, true))).toMatchObject({ state: 'ok' });
  });

  it('cannot be on an address that is not of this machine', async () => {
    const { config } = configured({ host: '192.0.2.1', port: 0 });
    expect(await runCheck(portCheck(config, false))).toMatchObject({
      state: 'fault',
      message: expect.stringContaining('EADDRNOTAVAIL'),
    });
  });
});

describe('the model server', () => {
  const at = (port: number, end = '/v1') => ({ upstream: `http://127.0.0.1:${port}${end}` });

  it('is fine where it lists its models, with the key that was given and a slash or none', async () => {
    const asked: string[] = [];
    const port = await listening(({ url, headers }, response) => {
      asked.push(`${url} ${headers.authorization ?? 'no key'}`);
      response.end('{"data":[]}');
    });
    expect(await runCheck(upstreamCheck(configured(at(port))))).toMatchObject({ state: 'ok' });
    await runCheck(upstreamCheck(configured(at(port, '/v1/'), { secrets: { upstreamKey: 'k', guardKeys: {} } })));
    expect(asked).toEqual(['/v1/models no key', '/v1/models Bearer k']);
  });

  it.each([
    [401, 'Set TYRIAN_UPSTREAM_KEY.'],
    [404, 'Check the URL: it ends with /v1.'],
    [500, 'Check the URL: it ends with /v1.'],
    [302, 'Check the URL: it ends with /v1.'],
  ])('that answers with %d is a fault that can be put right', async (status, remedy) => {
    const port = await listening((_request, response) => response.writeHead(status, { location: '/' }).end());
    expect(await runCheck(upstreamCheck(configured(at(port))))).toMatchObject({
      state: 'fault',
      message: expect.stringContaining(String(status)),
      remedy,
    });
  });

  it('that cannot be reached is a fault, and never shows the key', async () => {
    const port = await listening();
    server?.close();
    await new Promise((resolve) => server?.once('close', resolve));
    const found = await runCheck(
      upstreamCheck(configured(at(port), { secrets: { upstreamKey: 'zorblax', guardKeys: {} } })),
    );
    expect(found.state).toBe('fault');
    expect(found.message).not.toBe('');
    expect(JSON.stringify(found)).not.toContain('zorblax');
  });

  it('may be the built-in one, which is worth knowing', async () => {
    expect(await runCheck(upstreamCheck(configured({})))).toMatchObject({ state: 'note' });
  });
});

describe('the help lines', () => {
  const { config } = configured({ country: 'DE' });
  const YEAR = 365 * 24 * 60 * 60 * 1000;

  it('are fine for a year, and then worth a look', async () => {
    const asOf = Date.parse(readHelpLines(config).asOf);
    expect(await runCheck(helpLinesCheck(config, asOf + YEAR))).toMatchObject({ state: 'ok' });
    expect(await runCheck(helpLinesCheck(config, asOf + YEAR + 1))).toMatchObject({
      state: 'note',
      message: expect.stringContaining('more than a year ago'),
    });
  });

  it('are noted where none is of the country', async () => {
    const elsewhere = configured({ country: 'AQ' }).config;
    expect(await runCheck(helpLinesCheck(elsewhere))).toMatchObject({
      state: 'note',
      message: expect.stringContaining('0 for AQ'),
    });
  });

  it('may be a file of the platform, which is a fault where it cannot be read or is wrong', async () => {
    const file = join(folder, 'help-lines.yaml');
    const own = configured({ helpLines: file }).config;
    expect(await runCheck(helpLinesCheck(own))).toMatchObject({ state: 'fault' });
    const line = 'country: DE, name: zorb, for: [child], languages: [de], source: https://zorb.test';
    writeFileSync(file, `asOf: 2026-01-01\nlines:\n  - { ${line} }\n`);
    expect(await runCheck(helpLinesCheck(own))).toMatchObject({
      state: 'fault',
      message: expect.stringContaining('number'),
    });
    writeFileSync(file, `asOf: 2026-01-01\nlines:\n  - { ${line}, number: "1" }\n  - { ${line}, number: "22" }\n`);
    expect(await runCheck(helpLinesCheck(own))).toMatchObject({ state: 'fault' });
    writeFileSync(file, `asOf: 2026-01-01\nlines:\n  - { ${line}, number: "22" }\n`);
    expect(await runCheck(helpLinesCheck(own, Date.parse('2026-02-01')))).toMatchObject({
      state: 'ok',
      message: '1, as of 2026-01-01; no country set',
    });
  });
});

describe('the data folder', () => {
  it('is made for its owner only', async () => {
    const data = join(folder, 'new', 'data');
    expect(await runCheck(dataFolderCheck(configured({ data }).config))).toMatchObject({
      message: expect.stringContaining(data),
    });
    expect(statSync(data).mode & 0o777).toBe(0o700);
  });

  it('is a fault where a file is in its way', async () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    expect(await runCheck(dataFolderCheck(configured({ data: join(file, 'data') }).config))).toMatchObject({
      state: 'fault',
      message: expect.stringContaining('ENOTDIR'),
    });
  });
});

describe('the keys', () => {
  it('are none before the first start, and looking makes none', async () => {
    const data = join(folder, 'keyless');
    expect(await runCheck(keysCheck(configured({ data })))).toMatchObject({ state: 'ok' });
    expect(() => readdirSync(data)).toThrow();
  });

  it('are a fault once others may read them, or one is damaged', async () => {
    const data = join(folder, 'keyed');
    const keys = await openKeys(join(data, 'keys'));
    const file = join(data, 'keys', `${keys.current('vault').id}.json`);
    const look = () => runCheck(keysCheck(configured({ data })));
    expect(await look()).toMatchObject({ state: 'ok' });
    chmodSync(file, 0o644);
    expect(await look()).toMatchObject({ state: 'fault', message: expect.stringContaining('chmod 600') });
    chmodSync(file, 0o600);
    expect(await look()).toMatchObject({ state: 'ok' });
    writeFileSync(file, '{"id":"vault-1"}');
    expect(await look()).toMatchObject({ state: 'fault', message: expect.stringContaining('damaged') });
  });
});

describe('the database', () => {
  it('is left alone while a server has it', async () => {
    const data = join(folder, 'owned');
    const lock = await lockDataFolder(data);
    expect(await runCheck(databaseCheck(configured({ data })))).toMatchObject({
      state: 'ok',
      message: expect.stringContaining(String(process.pid)),
    });
    lock.release();
  });

  it('that cannot be reached is a fault, and the data folder is let go of', async () => {
    const data = join(folder, 'remote');
    const database = 'postgres://nobody:zorblax@127.0.0.1:1/none';
    const found = await runCheck(databaseCheck(configured({ data, database })));
    expect(found.state).toBe('fault');
    expect(JSON.stringify(found)).not.toContain('zorblax');
    (await lockDataFolder(data)).release();
  });
});

describe('the policy and the configuration', () => {
  it('is a fault where there is no such policy, and says which there are', async () => {
    expect(await runCheck(policyCheck(configured({ policy: 'nowhere' })))).toMatchObject({
      state: 'fault',
      message: expect.stringContaining('open-chat, children'),
    });
  });

  it('names the policy that would be in force, and that observing refuses only what is locked', async () => {
    const enforced = await runCheck(policyCheck(configured({ policy: 'children' })));
    expect(enforced).toMatchObject({
      state: 'ok',
      message: expect.stringMatching(/^children \d+\.\d+\.\d+, \d+ rules/),
    });
    expect(await runCheck(policyCheck(configured({ mode: 'observe' })))).toMatchObject({
      state: 'note',
      message: expect.stringContaining('only locked rules refuse'),
    });
  });

  it('says where settings come from', async () => {
    expect(await runCheck(configCheck(configured({})))).toMatchObject({ state: 'note' });
    expect(await runCheck(configCheck(configured({}, { file: 'a.yaml' })))).toEqual({
      check: 'configuration',
      state: 'ok',
      message: 'a.yaml',
    });
  });
});

describe('this machine', () => {
  it('runs a Node that is new enough', async () => {
    expect(await runCheck(nodeCheck)).toEqual({ check: 'node', state: 'ok', message: `Node ${process.versions.node}` });
  });
});
