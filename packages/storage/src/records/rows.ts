import type { ChainedRecord, RecordId, ScannedRecord, TenantId } from '@tyrian/contracts';
import type { Selectable } from 'kysely';
import { toHex } from '../chain/bytes.js';
import type { Tables } from '../database/tables.js';

/** The columns that make a chained record. */
export const RECORD_COLUMNS = [
  'writer',
  'seq',
  'id',
  'type',
  'at',
  'tenant',
  'subject',
  'subject_key',
  'previous',
  'commitment',
  'hash',
  'salt',
  'payload',
] as const;

export type RecordRow = Pick<Selectable<Tables['records']>, (typeof RECORD_COLUMNS)[number]>;

export function recordFromRow(row: RecordRow): ChainedRecord {
  return {
    writer: row.writer,
    seq: row.seq,
    id: row.id as RecordId,
    type: row.type,
    at: row.at,
    tenant: row.tenant as TenantId,
    // Half a pseudonym was never written; it must not pass for none.
    subject:
      row.subject === null && row.subject_key === null
        ? null
        : { value: row.subject ?? '', keyId: row.subject_key ?? '' },
    previous: toHex(row.previous),
    commitment: toHex(row.commitment),
    hash: toHex(row.hash),
    salt: row.salt === null ? null : toHex(row.salt),
    payload: row.payload,
  };
}

/** The columns of a record without its chain. */
export const SCANNED_COLUMNS = ['id', 'type', 'at', 'tenant', 'subject', 'subject_key', 'payload'] as const;

type ScannedRow = Pick<Selectable<Tables['records']>, (typeof SCANNED_COLUMNS)[number]>;

export function scannedFromRow({ subject, subject_key: keyId, ...row }: ScannedRow): ScannedRecord {
  return {
    ...row,
    id: row.id as RecordId,
    tenant: row.tenant as TenantId,
    subject: subject === null ? null : { value: subject, keyId: keyId ?? '' },
  };
}
