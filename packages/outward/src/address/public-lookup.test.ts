import type { LookupAddress } from 'node:dns';
import { describe, expect, it } from 'vitest';
import { publicLookup } from './public-lookup.js';

type Answer = { fault: Error | null; address: string | LookupAddress[] };

function look(addresses: LookupAddress[], all: boolean, fault: Error | null = null): Promise<Answer> {
  const lookup = publicLookup((_host, _options, done) => done(fault, addresses));
  return new Promise((resolve) => {
    lookup('receiver.example', { all }, (error, address) => resolve({ fault: error, address }));
  });
}

const PUBLIC = { address: '1.1.1.1', family: 4 };
const PRIVATE = { address: '10.0.0.1', family: 4 };

describe('a lookup', () => {
  it('gives public addresses, one or all', async () => {
    expect(await look([PUBLIC], false)).toEqual({ fault: null, address: '1.1.1.1' });
    expect(await look([PUBLIC], true)).toEqual({ fault: null, address: [PUBLIC] });
  });

  it.each([[[PRIVATE]], [[PUBLIC, PRIVATE]], [[]]])(
    'refuses what leads elsewhere, in part or not at all',
    async (found) => {
      for (const all of [true, false])
        expect((await look(found, all)).fault).toMatchObject({ code: 'private-address' });
    },
  );

  it('says what the resolver says', async () => {
    const fault = Object.assign(new Error('no such name'), { code: 'ENOTFOUND' });
    expect((await look([], true, fault)).fault).toBe(fault);
  });
});
