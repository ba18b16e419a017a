import { randomBytes } from 'node:crypto';
import { type ChainHead, RecordId, TenantId } from '@tyrian/contracts';
import { describe, expect, it } from 'vitest';
import { newRecord } from '../../tests/things.js';
import { chainEntries, headAfter } from './entries.js';
import { CHAIN_START, entryHash, payloadCommitment } from './entry-hash.js';
import { type PreparedRecord, prepareRecord } from './prepared-commit.js';
import { createSalts } from './salts.js';

const start: ChainHead = { writer: 'w1', seq: 0, hash: CHAIN_START };
function recordOf(
  fields: Pick<PreparedRecord, 'type' | 'at' | 'subject' | 'payload'> & { id: string; tenant: string },
) {
  return { ...fields, id: RecordId.parse(fields.id), tenant: TenantId.parse(fields.tenant) };
}

/**
 * A chain of three, with salts of sixteen times 1, 2 and 3. Its hashes were worked out outside of this code base, from
 * what the documentation says: whoever changes the format changes these, and with them every chain that there is.
 */
const VECTOR = [
  {
    record: recordOf({
      id: 'rec_000000001a',
      type: 'generation.input',
      at: 1_800_000_000_000,
      tenant: 'acme',
      subject: { value: 'p-1', keyId: 'pseudonym-1' },
      payload: '{"verdict":"vrd_1","score":0.5}',
    }),
    commitment: '07bc4ee8ca02a3451c2a7ebd1e972fca027fce89061bed96504a645be76518ef',
    hash: 'dd144cad9ea5dd209f2211497b635f058260d9c309c2ddc44a7e4598ce6d381f',
  },
  {
    record: recordOf({
      id: 'rec_000000002b',
      type: 'case.opened',
      at: 1_800_000_000_001,
      tenant: 'acme',
      subject: null,
      payload: '{}',
    }),
    commitment: '1c7f2df8e92b5b1e350ebf7c779b88859ce61b5c0a58fca6409c3bf83737c0ed',
    hash: 'b5d7d3c27a44c25c6aafa29127d7898ea4344f695a59bc60628cc66557c80139',
  },
  {
    record: recordOf({
      id: 'rec_000000003c',
      type: 'generation.output',
      at: 1_800_000_000_002,
      tenant: 'ümläut',
      subject: { value: 'p-2', keyId: 'pseudonym-2' },
      payload: '{"n":[1,"\\u001e","🦦"]}',
    }),
    commitment: '0a310e74951a22343105b9644e68f9b08bbff81b4a38005a7d724c95acd8ecdc',
    hash: '4acb4c8517d79d3df0b294a85191475241d90ae823a8c35e0e6942aa3d7b8731',
  },
] as const;
const RECORDS = VECTOR.map(({ record }) => record);

function fixedSalts(): () => Uint8Array {
  let next = 0;
  return () => Buffer.alloc(16, ++next);
}

describe('a chain', () => {
  it('has the hashes of the vector', () => {
    const entries = chainEntries(start, RECORDS, fixedSalts());
    expect(entries.map(({ seq, previous, commitment, hash }) => ({ seq, previous, commitment, hash }))).toEqual(
      VECTOR.map(({ commitment, hash }, index) => ({
        seq: index + 1,
        previous: VECTOR[index - 1]?.hash ?? CHAIN_START,
        commitment,
        hash,
      })),
    );
  });

  it('is the same whether it was written at once or piece by piece', () => {
    const salts = fixedSalts();
    let head = start;
    for (const record of RECORDS) head = headAfter(head, chainEntries(head, [record], salts));
    expect(head).toEqual({ writer: 'w1', seq: 3, hash: VECTOR[2].hash });
    expect(headAfter(head, [])).toBe(head);
  });

  it('is another for another writer, salt, order or beginning', () => {
    const hashOf = (head: ChainHead, records: readonly PreparedRecord[], salts = fixedSalts()) =>
      headAfter(head, chainEntries(head, records, salts)).hash;
    const hashes = [
      hashOf(start, RECORDS),
      hashOf({ ...start, writer: 'w2' }, RECORDS),
      hashOf({ ...start, seq: 1 }, RECORDS),
      hashOf({ ...start, hash: 'ff'.repeat(32) }, RECORDS),
      hashOf(start, RECORDS.toReversed()),
      hashOf(start, RECORDS, () => Buffer.alloc(16)),
    ];
    expect(new Set(hashes).size).toBe(hashes.length);
  });

  it('is shown by what is stored of it alone', () => {
    const records = Array.from({ length: 5 }, () => prepareRecord(newRecord()));
    let previous = CHAIN_START;
    for (const { record, ...entry } of chainEntries(start, records, () => randomBytes(16))) {
      expect(entry.previous).toBe(previous);
      expect(payloadCommitment(entry.salt, record.payload)).toBe(entry.commitment);
      expect(entryHash({ writer: 'w1', ...record, ...entry })).toBe(entry.hash);
      previous = entry.hash;
    }
  });
});

describe('salts', () => {
  it('are sixteen bytes, never the same twice, and stay as they were when others are drawn', () => {
    const nextSalt = createSalts();
    const first = nextSalt();
    const before = first.toString('hex');
    const drawn = Array.from({ length: 2_000 }, () => nextSalt().toString('hex'));
    expect(new Set([before, ...drawn]).size).toBe(2_001);
    for (const salt of drawn) expect(salt).toHaveLength(32);
    expect(first.toString('hex')).toBe(before);
  });

  it('are other ones for every writer', () => {
    expect(createSalts()().equals(createSalts()())).toBe(false);
  });
});
