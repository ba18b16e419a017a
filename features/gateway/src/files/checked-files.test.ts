import type { TenantId } from '@tyrian/contracts';
import { describe, expect, it } from 'vitest';
import { memoryCheckedFiles } from './checked-files.js';

const [ours, theirs] = ['ours', 'theirs'] as TenantId[] as [TenantId, TenantId];

describe('memoryCheckedFiles', () => {
  it('knows whose file is whose', async () => {
    const files = memoryCheckedFiles();
    await files.add(ours, 'file-1', { kind: 'upload' });
    expect(await files.find(ours, 'file-1')).toEqual({ kind: 'upload' });
    expect(await files.find(theirs, 'file-1')).toBeUndefined();
    await files.remove(theirs, 'file-1');
    await files.remove(ours, 'file-1');
    expect(await files.find(ours, 'file-1')).toBeUndefined();
  });

  it('forgets the oldest, and what is named again is new', async () => {
    const files = memoryCheckedFiles(2);
    for (const id of ['a', 'b', 'a', 'c']) await files.add(ours, id, { kind: 'upload' });
    const known = await Promise.all(['a', 'b', 'c'].map((id) => files.find(ours, id)));
    expect(known.map((one) => one !== undefined)).toEqual([true, false, true]);
  });
});
