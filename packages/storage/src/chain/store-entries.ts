import { type ChainHead, type Event, eventSubject, type Strike } from '@tyrian/contracts';
import { type Kysely, type RawBuilder, sql } from 'kysely';
import { insertStrikes } from '../conduct/insert-strikes.js';
import type { Tables } from '../database/tables.js';
import { PREPARED } from '../pglite/protocol.js';
import type { SealedEvidence } from '../vault/envelope.js';
import { fromHex } from './bytes.js';
import { type Entry, headAfter } from './entries.js';

/** What becomes durable together. */
export interface Batch {
  readonly entries: readonly Entry[];
  readonly evidence: readonly SealedEvidence[];
  readonly events: readonly Event[];
  readonly strikes: readonly Strike[];
}

/** Stands between the fields of a column; JSON escapes it, and ids cannot hold it. */
const SEPARATOR = '\u001e';
const NOTHING = '\u001d';

/**
 * Stores a batch in ONE statement: atomic without a transaction around it, and one message to the database. Everything
 * hangs on the move of the head, so that nothing is stored when another process has moved it.
 *
 * Columns travel as separated lists, the cheapest way into PGlite: in groups of 64 a row took 21 us of CPU, against 33
 * as JSON, 38 as arrays and 57 as a list of values (PGlite 0.5.16, 2026-11).
 */
export async function storeBatch(db: Kysely<Tables>, head: ChainHead, batch: Batch, now: number): Promise<boolean> {
  const next = headAfter(head, batch.entries);
  const parts = [
    sql`head as (
      update writers set seq = ${next.seq}, hash = ${fromHex(next.hash)}
      where name = ${head.writer} and seq = ${head.seq} and hash = ${fromHex(head.hash)}
      returning name
    )`,
  ];
  if (batch.entries.length > 0) parts.push(sql`stored_records as (${insertEntries(head.seq, batch.entries)})`);
  if (batch.evidence.length > 0) parts.push(sql`stored_evidence as (${insertEvidence(batch.evidence)})`);
  if (batch.events.length > 0) parts.push(sql`stored_events as (${insertEvents(batch.events, now)})`);
  if (batch.strikes.length > 0) parts.push(sql`stored_strikes as (${insertStrikes(batch.strikes)})`);
  // Evidence and strikes come in other words for every number of them.
  const isUsual = batch.evidence.length === 0 && batch.strikes.length === 0;
  const moved = await sql<{
    count: number;
  }>`${sql.raw(isUsual ? PREPARED : '')}with ${sql.join(parts)} select count(*) as count from head`.execute(db);
  return moved.rows[0]?.count === 1;
}

/** Hashes lie in a row in one piece of bytes: 32 of previous, commitment and hash each, then 16 of salt. */
function insertEntries(after: number, entries: readonly Entry[]): RawBuilder<unknown> {
  const bytes = Buffer.concat(
    entries.flatMap((entry) => [fromHex(entry.previous + entry.commitment + entry.hash), entry.salt]),
  );
  return sql`
    insert into records
      (writer, seq, id, type, at, tenant, subject, subject_key, previous, commitment, hash, salt, payload)
    select head.name, ${after}::bigint + n, id, type, at::bigint, tenant, subject, subject_key,
      substr(packed.bytes, (112 * n - 111)::int, 32), substr(packed.bytes, (112 * n - 79)::int, 32),
      substr(packed.bytes, (112 * n - 47)::int, 32), substr(packed.bytes, (112 * n - 15)::int, 16), payload
    from head, (select ${bytes}::bytea as bytes) as packed, rows from (
      ${column(entries, ({ record }) => record.id)}, ${column(entries, ({ record }) => record.type)},
      ${column(entries, ({ record }) => record.at)}, ${column(entries, ({ record }) => record.tenant)},
      ${column(entries, ({ record }) => record.subject?.value)}, ${column(entries, ({ record }) => record.subject?.keyId)},
      ${column(entries, ({ record }) => record.payload)}
    ) with ordinality as entry (id, type, at, tenant, subject, subject_key, payload, n)`;
}

function insertEvidence(evidence: readonly SealedEvidence[]): RawBuilder<unknown> {
  const rows = evidence.map(
    (
      item,
    ) => sql`(${item.id}::text, ${item.tenant}::text, ${item.kind}::text, ${item.verdict}::text, ${item.at}::bigint,
      ${item.expiresAt}::bigint, ${item.jurisdiction ?? null}::text, ${item.subject?.value ?? null}::text, ${item.keyId}::text, ${item.wrappedKey}::bytea,
      ${item.sealed}::bytea)`,
  );
  return sql`
    insert into evidence (id, tenant, kind, verdict, at, expires_at, jurisdiction, subject, key_id, wrapped_key, sealed)
    select item.* from head, (values ${sql.join(rows)}) as item`;
}

function insertEvents(events: readonly Event[], now: number): RawBuilder<unknown> {
  return sql`
    insert into outbox (verdict, event, due_at)
    select verdict, event::jsonb, ${now}::bigint
    from head, rows from (
      ${column(events, eventSubject)}, ${column(events, (event) => JSON.stringify(event))}
    ) with ordinality as event (verdict, event, n)
    order by n`;
}

function column<Item>(items: readonly Item[], field: (item: Item) => string | number | undefined): RawBuilder<unknown> {
  const list = items.map((item) => field(item) ?? NOTHING).join(SEPARATOR);
  return sql`string_to_table(${list}::text, ${SEPARATOR}, ${NOTHING})`;
}
