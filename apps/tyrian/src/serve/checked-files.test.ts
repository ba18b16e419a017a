import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TenantId } from '@tyrian/contracts';
import { memoryKeys, openStore } from '@tyrian/storage';
import { afterAll, describe, expect, it } from 'vitest';
import { storedCheckedFiles } from './checked-files.js';

const [ours, theirs] = [TenantId.parse('ours'), TenantId.parse('theirs')];
const folder = mkdtempSync(join(tmpdir(), 'tyrian-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('checked files in the database', () => {
  it('are known after a restart, to their tenant only, and for a while', async () => {
    const keys = memoryKeys();
    let now = Date.now();
    const open = async () => {
      const store = await openStore({ database: { kind: 'embedded', folder }, keys, clock: () => now });
      return { store, files: storedCheckedFiles({ ...store, keys, now: () => now }) };
    };
    const first = await open();
    const file = { kind: 'batch-input', endpoint: '/v1/chat/completions', server: 'big' } as const;
    await first.files.add(ours, 'file-1', file);
    await first.store.close();
    const { store, files } = await open();
    expect(await files.find(ours, 'file-1')).toEqual(file);
    expect(await files.find(theirs, 'file-1')).toBeUndefined();
    await files.remove(theirs, 'file-1');
    now += 89 * 86_400_000;
    expect(await files.find(ours, 'file-1')).toEqual(file);
    now += 86_400_000;
    expect(await files.find(ours, 'file-1')).toBeUndefined();
    await store.close();
  });
});
