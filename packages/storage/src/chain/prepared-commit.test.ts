import { errors, type NewRecord, TenantId } from '@tyrian/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { heldEvent, newEvidence, newRecord } from '../../tests/things.js';
import { memoryKeys } from '../keys/memory-keys.js';
import { prepareCommit, prepareRecord } from './prepared-commit.js';

const keys = memoryKeys();
const invalid = expect.objectContaining({ code: 'INVALID_INPUT' });
const tenantOf = (text: string) => text as ReturnType<typeof TenantId.parse>;

describe('a record', () => {
  it('keeps its payload as the exact text that will be hashed', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue()), (payload) => {
        const prepared = prepareRecord(newRecord({ payload }));
        expect(prepared.payload).toBe(JSON.stringify(payload));
        // Nothing of it can be taken for what separates fields on their way into the database.
        expect(prepared.payload.split('').every((character) => character >= ' ')).toBe(true);
      }),
    );
  });

  it('is about nobody where it names nobody', () => {
    expect(prepareRecord(newRecord()).subject).toBeNull();
    expect(prepareRecord(newRecord({ subject: undefined })).subject).toBeNull();
  });

  it('holds up to 256 KiB of JSON, in bytes', () => {
    const holding = (text: string) => newRecord({ payload: { text } });
    const room = (256 << 10) - '{"text":""}'.length;
    expect(prepareRecord(holding('x'.repeat(room))).payload).toHaveLength(256 << 10);
    expect(() => prepareRecord(holding('x'.repeat(room + 1)))).toThrow(invalid);
    expect(() => prepareRecord(holding('ä'.repeat(room / 2 + 1)))).toThrow(invalid);
  });

  it.each<[string, Partial<NewRecord>]>([
    ['an empty id', { id: '' as NewRecord['id'] }],
    ['an id that is too long', { id: 'x'.repeat(513) as NewRecord['id'] }],
    ['a tenant with a separator in it', { tenant: tenantOf('a\u001eb') }],
    ['a tenant that stands for nothing', { tenant: tenantOf('\u001d') }],
    ['a tenant with a null', { tenant: tenantOf('a\u0000') }],
    ['a tenant with half of a pair', { tenant: tenantOf('a\ud800') }],
    ['an empty pseudonym', { subject: { value: '', keyId: 'k' } }],
    ['a pseudonym of no key', { subject: { value: 'v', keyId: '' } }],
    ['a pseudonym with a line break', { subject: { value: 'a\nb', keyId: 'k' } }],
    ['a time between two milliseconds', { at: 1.5 }],
    ['no time', { at: Number.NaN }],
    ['a time beyond all numbers', { at: 2 ** 53 }],
    ['a payload that is no JSON', { payload: () => undefined }],
  ])('with %s is refused', (_what, fields) => {
    expect(() => prepareRecord(newRecord(fields))).toThrow(invalid);
  });

  it('may be in any language', () => {
    for (const tenant of ['ümläut', '日本', '🦦', 'a b', "o'brien", '%_\\'])
      expect(prepareRecord(newRecord({ tenant: TenantId.parse(tenant) })).tenant).toBe(tenant);
  });
});

describe('a commit', () => {
  it('may be of nothing', () => {
    expect(prepareCommit({}, keys)).toEqual({ records: [], evidence: [], events: [], strikes: [], bytes: 0 });
  });

  it('seals its evidence with the current key of the vault', async () => {
    const own = memoryKeys();
    const evidence = newEvidence();
    const [before] = prepareCommit({ evidence: [evidence] }, own).evidence;
    await own.rotate('vault');
    const [after] = prepareCommit({ evidence: [evidence] }, own).evidence;
    expect([before?.keyId, after?.keyId]).toEqual(['vault-1', 'vault-2']);
    expect(JSON.stringify({ before, after })).not.toContain('zorblax');
  });

  it('says roughly how large it is, so that what waits can be bounded', () => {
    const payload = { filler: 'x'.repeat(10_000) };
    const small = prepareCommit({ records: [newRecord()] }, keys).bytes;
    const large = prepareCommit({ records: [newRecord({ payload })] }, keys).bytes;
    expect(large - small).toBeGreaterThan(9_000);
    const sealed = prepareCommit({ evidence: [newEvidence({ content: payload })] }, keys).bytes;
    expect(sealed).toBeGreaterThan(10_000);
    expect(prepareCommit({ events: [heldEvent(newEvidence())] }, keys).bytes).toBeGreaterThan(0);
    expect(prepareCommit({ records: [newRecord(), newRecord()] }, keys).bytes).toBe(2 * small);
  });

  it('is refused as a whole where any piece of it cannot be stored', () => {
    const bad = newEvidence({ jurisdiction: 'd\u0000e' });
    expect(() => prepareCommit({ records: [newRecord()], evidence: [newEvidence(), bad] }, keys)).toThrow(invalid);
    const wrong = { ...heldEvent(newEvidence()), rules: 'test.hold' };
    expect(() => prepareCommit({ events: [wrong as never] }, keys)).toThrow();
  });

  it('is not begun where the vault has no key', () => {
    const keyless = {
      ...keys,
      current: () => {
        throw errors.KEY_UNKNOWN(['vault-1']);
      },
    };
    expect(() => prepareCommit({ evidence: [newEvidence()] }, keyless)).toThrow(
      expect.objectContaining({ code: 'KEY_UNKNOWN' }),
    );
  });
});
