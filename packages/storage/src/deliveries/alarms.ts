import { type AlarmEvent, type Event, eventId, SYSTEM_TENANT } from '@tyrian/contracts';
import { type InsertQueryBuilder, type Kysely, sql, type UpdateQueryBuilder } from 'kysely';
import type { Tables } from '../database/tables.js';

const HOUR_MS = 3_600_000;

/** One an hour and endpoint, however much was not delivered: it has the time of the hour. */
export function undeliveredAlarm(endpoint: string, now: number): AlarmEvent {
  const at = Math.floor(now / HOUR_MS) * HOUR_MS;
  return { type: 'alarm.raised', tenant: SYSTEM_TENANT, alarm: 'undelivered', at, ids: { endpoint } };
}

export function offAlarm(endpoint: string, at: number): AlarmEvent {
  return { type: 'alarm.raised', tenant: SYSTEM_TENANT, alarm: 'endpoint-off', at, ids: { endpoint } };
}

/** An alarm that cannot be delivered raises no other, else two dead endpoints would write to each other for ever. */
export function isAboutDelivery(event: Event): boolean {
  return event.type === 'alarm.raised' && (event.alarm === 'undelivered' || event.alarm === 'endpoint-off');
}

type Change =
  | UpdateQueryBuilder<Tables, 'deliveries', 'deliveries', { id: string }>
  | InsertQueryBuilder<Tables, 'endpoints', { name: string }>;

/**
 * Puts an alarm into the outbox unless it is there or was told already; in one statement with `change`, and only where
 * that has changed something.
 */
export async function insertAlarm(db: Kysely<Tables>, alarm: AlarmEvent, now: number, change?: Change): Promise<void> {
  const id = eventId(alarm);
  const hasChanged = change ? sql`exists (select from changed)` : sql`true`;
  const row = sql`
    select ${id}::text, ${JSON.stringify(alarm)}::jsonb, ${now}::bigint
    where ${hasChanged}
      and not exists (select from outbox where verdict = ${id})
      and not exists (select from deliveries where id = ${id})`;
  const into = change ? db.with('changed', () => change) : db;
  await into.insertInto('outbox').columns(['verdict', 'event', 'due_at']).expression(row).execute();
}
