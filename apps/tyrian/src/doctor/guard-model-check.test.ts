import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findGuardModels, type GuardStandIn, startGuardStandIn } from '@tyrian/guard-remote';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseConfig } from '../config/config.js';
import type { LoadedConfig } from '../config/load.js';
import { withOperator } from '../operator/with-operator.js';
import { runCheck } from './finding.js';
import { guardModelCheck } from './guard-model-check.js';

const folder = mkdtempSync(join(tmpdir(), 'tyrian-doctor-models-'));
const loaded: LoadedConfig = {
  config: parseConfig({ data: join(folder, 'data') }),
  secrets: { guardKeys: {} },
  file: undefined,
};
let standIn: GuardStandIn;
beforeAll(async () => {
  standIn = await startGuardStandIn({ family: 'llama-guard-3' });
});
afterAll(async () => {
  await standIn.close();
  rmSync(folder, { recursive: true, force: true });
});

const nobody = () => Promise.resolve([]);
const nearby = () =>
  findGuardModels({ ports: [Number(new URL(standIn.url).port)], signal: AbortSignal.timeout(5_000) });
const setting = (optional: boolean) => ({
  family: 'llama-guard-3',
  server: 'ollama',
  url: standIn.url,
  model: standIn.model,
  optional,
});
const add = (optional: boolean) =>
  withOperator(loaded, (operator) => operator('guard.model', { by: 'ana', name: 'llama', guard: setting(optional) }));

describe('guard models', () => {
  it('are proposed where one runs on this machine, with the command', async () => {
    expect(await runCheck(guardModelCheck(loaded, nobody))).toMatchObject({ state: 'note' });
    expect(await runCheck(guardModelCheck(loaded, nearby))).toMatchObject({
      state: 'note',
      message: expect.stringContaining(standIn.model),
      remedy: expect.stringContaining(
        `tyrian guard add local --family llama-guard-3 --server ollama --url ${standIn.url} --model ${standIn.model}`,
      ),
    });
  });

  it('that are in force are asked, and are a fault where they do not answer', async () => {
    await add(false);
    expect(await runCheck(guardModelCheck(loaded, nearby))).toMatchObject({ state: 'ok', message: 'llama answers' });
    standIn.misbehave('garbage');
    expect(await runCheck(guardModelCheck(loaded, nearby))).toMatchObject({
      state: 'fault',
      remedy: expect.stringContaining('tyrian guard remove llama'),
    });
    await add(true);
    expect(await runCheck(guardModelCheck(loaded, nearby))).toMatchObject({ state: 'note' });
    standIn.misbehave(undefined);
  });
});
