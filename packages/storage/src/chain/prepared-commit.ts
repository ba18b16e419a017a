import {
  type Commit,
  Event,
  errors,
  type Keys,
  type NewEvidence,
  type NewRecord,
  type Pseudonym,
  Strike,
} from '@tyrian/contracts';
import { type SealedEvidence, sealEvidence } from '../vault/envelope.js';

/** 256 KiB of JSON text. */
const PAYLOAD_LIMIT = 256 << 10;
const EVIDENCE_LIMIT = 64 << 20;
const FIELD_LIMIT = 512;
/** Control characters separate fields on their way into the database; halves of a surrogate pair are no text. */
const UNSTORABLE = /[\p{Cc}\p{Cs}]/u;

export interface PreparedRecord extends Omit<NewRecord, 'payload' | 'subject'> {
  readonly subject: Pseudonym | null;
  readonly payload: string;
}

/** A commit that the database has no reason to refuse: it is checked, serialised and sealed. */
export interface PreparedCommit {
  readonly records: readonly PreparedRecord[];
  readonly evidence: readonly SealedEvidence[];
  readonly events: readonly Event[];
  readonly strikes: readonly Strike[];
  /** Roughly its size. */
  readonly bytes: number;
}

/** Throws INVALID_INPUT, so that what cannot be stored never takes others in its batch with it. */
export function prepareCommit(commit: Commit, keys: Keys): PreparedCommit {
  const records = (commit.records ?? []).map(prepareRecord);
  const evidence = (commit.evidence ?? []).map((item) => prepareEvidence(item, keys));
  const events = (commit.events ?? []).map((event) => Event.parse(event));
  const strikes = (commit.strikes ?? []).map(prepareStrike);
  let bytes = 0;
  for (const record of records) bytes += record.payload.length + 256;
  for (const item of evidence) bytes += item.sealed.length + 512;
  return { records, evidence, events, strikes, bytes: bytes + (events.length + strikes.length) * 512 };
}

export function prepareEvidence(item: NewEvidence, keys: Keys): SealedEvidence {
  for (const field of [item.id, item.tenant, item.verdict, item.kind]) checkField(field);
  if (item.jurisdiction !== undefined) checkField(item.jurisdiction);
  if (item.subject) checkField(item.subject.value);
  const sealed = sealEvidence(item, keys.current('vault'));
  if (sealed.sealed.length > EVIDENCE_LIMIT)
    throw errors.INVALID_INPUT([`evidence is larger than ${EVIDENCE_LIMIT} bytes`]);
  return sealed;
}

function prepareStrike(strike: Strike): Strike {
  const { verdict, generation, tenant, rule, key, account, address, range, likeness } = Strike.parse(strike);
  const names = [account, address].flatMap((name) => (name ? [name.value, name.keyId, name.before] : []));
  for (const field of [verdict, generation, tenant, rule, key, range, likeness, ...names])
    if (field !== null && field !== undefined) checkField(field);
  return strike;
}

export function prepareRecord(record: NewRecord): PreparedRecord {
  for (const field of [record.id, record.type, record.tenant]) checkField(field);
  if (record.subject) {
    checkField(record.subject.value);
    checkField(record.subject.keyId);
  }
  if (!Number.isSafeInteger(record.at))
    throw errors.INVALID_INPUT(['the time of a record is not a whole number of milliseconds']);
  const payload: string | undefined = JSON.stringify(record.payload);
  if (payload === undefined) throw errors.INVALID_INPUT(['the payload of a record is not JSON']);
  if (Buffer.byteLength(payload) > PAYLOAD_LIMIT) {
    throw errors.INVALID_INPUT([`the payload of a record is larger than ${PAYLOAD_LIMIT} bytes`]);
  }
  const { id, type, at, tenant, subject } = record;
  return { id, type, at, tenant, subject: subject ?? null, payload };
}

function checkField(value: string): void {
  if (value.length > 0 && value.length <= FIELD_LIMIT && !UNSTORABLE.test(value)) return;
  throw errors.INVALID_INPUT(['an id, tenant or pseudonym is empty, too long, or holds control characters']);
}
