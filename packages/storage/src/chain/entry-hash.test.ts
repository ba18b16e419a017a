import { createHash } from 'node:crypto';
import { newId, TenantId } from '@tyrian/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHAIN_START, entryHash, type HashedFields, payloadCommitment } from './entry-hash.js';

const entry: HashedFields = {
  writer: 'w1',
  seq: 1,
  id: newId('record', 0),
  type: 'generation.input',
  at: 1_800_000_000_000,
  tenant: TenantId.parse('acme'),
  subject: null,
  previous: CHAIN_START,
  commitment: 'ab'.repeat(32),
};

describe('payloadCommitment', () => {
  it('is HMAC-SHA-256: test cases 1 and 2 of RFC 4231', () => {
    expect(payloadCommitment(Buffer.alloc(20, 0x0b), 'Hi There')).toBe(
      'b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7',
    );
    expect(payloadCommitment(Buffer.from('Jefe'), 'what do ya want for nothing?')).toBe(
      '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
    );
  });
});

describe('entryHash', () => {
  it('is SHA-256 over the array that the documentation names', () => {
    const fields = `[1,"w1",1,"${entry.id}","generation.input",1800000000000,"acme","s","k","${CHAIN_START}","${'ab'.repeat(32)}"]`;
    const expected = createHash('sha256').update(fields).digest('hex');
    expect(entryHash({ ...entry, subject: { value: 's', keyId: 'k' } })).toBe(expected);
  });

  it('tells no subject from an empty one', () => {
    expect(entryHash(entry)).not.toBe(entryHash({ ...entry, subject: { value: '', keyId: '' } }));
  });

  it('differs whenever any field does', () => {
    const fields = fc.record({
      writer: fc.string(),
      seq: fc.nat(),
      tenant: fc.string(),
      subject: fc.option(fc.record({ value: fc.string(), keyId: fc.string() })),
      previous: fc.string(),
    });
    fc.assert(
      fc.property(fields, fields, (a, b) => {
        const hash = (some: typeof a) => entryHash({ ...entry, ...some, tenant: some.tenant as TenantId });
        expect(hash(a) === hash(b)).toBe(JSON.stringify(a) === JSON.stringify(b));
      }),
    );
  });
});
