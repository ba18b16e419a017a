import { newId } from '@tyrian/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createStore } from '../src/create-store.js';
import { memoryKeys } from '../src/keys/memory-keys.js';
import { type Engine, freshStore } from './harness.js';

export function belongingsSuite(openEngine: () => Promise<Engine>): void {
  describe('belongings', () => {
    const keys = memoryKeys();
    let now = Date.now();
    let fresh: Awaited<ReturnType<typeof freshStore>>;
    let other: Awaited<ReturnType<typeof createStore>>;
    beforeAll(async () => {
      const engine = await openEngine();
      fresh = await freshStore(engine, { keys, clock: () => now });
      other = await createStore(await engine.again(fresh.database), { keys, clock: () => now });
    });
    afterAll(async () => {
      await other.close();
      await fresh.store.close();
    });

    it('are known to all machines, as they were last added, until they are removed', async () => {
      const [name, one] = [newId('record'), fresh.store.belongings];
      await one.add(name, { kind: 'upload' }, now + 1_000);
      await other.belongings.add(name, { kind: 'batch', endpoint: '/v1/x' }, now + 1_000);
      expect(await one.find(name)).toEqual({ kind: 'batch', endpoint: '/v1/x' });
      expect(await one.find(newId('record'))).toBeUndefined();
      await other.belongings.remove(name);
      expect(await one.find(name)).toBeUndefined();
    });

    it('are over when they are, and thrown away', async () => {
      const [name, one] = [newId('record'), fresh.store.belongings];
      await one.add(name, { kind: 'upload' }, now + 1_000);
      now += 1_000;
      expect(await one.find(name)).toBeUndefined();
      now += 3_600_000;
      await one.add(newId('record'), { kind: 'upload' }, now + 1_000);
      const rows = await fresh.database.db.selectFrom('belongings').select('name').execute();
      expect(rows.map((row) => row.name)).not.toContain(name);
    });
  });
}
