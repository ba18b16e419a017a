import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { RecordId, Store } from '@tyrian/contracts';
import { expect } from 'vitest';
import { type DatabaseOptions, memoryKeys, openStore } from '../src/index.js';

const CHILD = fileURLToPath(new URL('./kill-child.mjs', import.meta.url));

/** Kills a process that appends under load, at random moments, and looks for all that it was told is stored. */
export async function killRounds(database: DatabaseOptions, rounds: number): Promise<void> {
  const acknowledged = new Set<string>();
  for (let round = 0; round < rounds; round++) {
    for (const id of await runUntilKilled(database)) acknowledged.add(id);
    const store = await openStore({ database, keys: memoryKeys() });
    try {
      const stored = new Set<string>((await store.records.list({ limit: 1_000_000 })).map((record) => record.id));
      expect([...acknowledged].filter((id) => !stored.has(id))).toEqual([]);
      const [last] = [...acknowledged].slice(-1);
      expect(await struck(store, last)).toEqual([last]);
      const report = await store.audit.verify();
      expect(report).toMatchObject({ intact: true, faults: [] });
      expect(report.records).toBeGreaterThanOrEqual(acknowledged.size);
    } finally {
      await store.close();
    }
  }
}

/** Accounts of the strike that was stored with a record. */
async function struck(store: Store, record: string | undefined): Promise<string[]> {
  const found = await store.records.find(record as RecordId);
  const { verdict } = JSON.parse(found?.payload ?? 'null');
  const accounts: string[] = [];
  const now = Date.now();
  await store.conduct.settle(verdict, { since: 0, campaignSince: 0, campaignAccounts: 1_000, now }, (histories) => {
    accounts.push(...histories.flatMap(({ kind, subject }) => (kind === 'account' ? [subject] : [])));
    return [];
  });
  return accounts;
}

async function runUntilKilled(database: DatabaseOptions): Promise<string[]> {
  const child = spawn(process.execPath, [CHILD, JSON.stringify(database)], { stdio: ['ignore', 'pipe', 'inherit'] });
  let out = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    if (out === '') setTimeout(() => child.kill('SIGKILL'), 20 + Math.random() * 300);
    out += text;
  });
  await once(child, 'close');
  expect(child.signalCode).toBe('SIGKILL');
  // The last line may have been cut.
  return out.split('\n').slice(0, -1);
}
