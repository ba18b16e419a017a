import { type ExpiryRule, idFloor, newId, type RecordId, type RetentionStore, SYSTEM_TENANT } from '@tyrian/contracts';
import type { Kysely, Transaction } from 'kysely';
import type { ChainWriter, Note } from '../chain/chain-writer.js';
import type { Tables } from '../database/tables.js';
import { readCover, verdictIn } from '../legal/cover.js';
import { idsByTenant } from '../records/by-tenant.js';
import { eraseIn } from '../records/erase.js';
import { expireCasesIn } from './expire-cases.js';

/** A batch is one transaction of the writer, which traffic waits behind. */
const BATCH = 500;
/** So that one run never takes a shift for long; the next one goes on. */
const BATCHES = 60;

export function createRetention({ writer, clock }: { writer: ChainWriter; clock: () => number }): RetentionStore {
  return {
    async expire({ rules, casesBefore, now }) {
      const holds = await writer.change((trx, note) => endHoldsIn(trx, note, now));
      let [records, left] = [0, BATCHES];
      for (const rule of rules) {
        for (let isDone = false; !isDone && left > 0; left--) {
          const step = await writer.change((trx, note) => expireIn(trx, note, rule, { now, at: clock() }));
          records += step.erased;
          isDone = step.isDone;
        }
      }
      let cases = 0;
      for (let after: string | null = ''; after !== null && left > 0; left--) {
        const from: string = after;
        const step = await writer.change((trx, note) =>
          expireCasesIn(trx, note, { after: from, before: casesBefore, now, at: clock(), limit: BATCH }),
        );
        cases += step.erased;
        after = step.next;
      }
      return { records, cases, holds };
    },
  };
}

/** Looks at the next records behind the mark, and moves the mark, so that what was looked at once costs nothing again. */
async function expireIn(
  trx: Transaction<Tables>,
  note: Note,
  rule: ExpiryRule,
  { now, at }: { now: number; at: number },
): Promise<{ erased: number; isDone: boolean }> {
  const rows = await nextRecords(trx, rule);
  const last = rows.at(-1);
  if (!last) return { erased: 0, isDone: true };
  const cover = await readCover(trx, now);
  const due = rows.filter(({ type }) => rule.types.includes(type));
  const spared = cover.isEmpty
    ? new Set()
    : await heldAmong(
        trx,
        cover,
        due.map(({ id }) => id),
      );
  const ids = due.flatMap(({ id }) => (spared.has(id) ? [] : [id as RecordId]));
  const erased = await eraseIn(trx, note, { ids, why: rule.why, at });
  const mark = { rule: rule.name, upto: last.id };
  await trx
    .insertInto('retention_marks')
    .values(mark)
    .onConflict((conflict) => conflict.column('rule').doUpdateSet({ upto: mark.upto }))
    .execute();
  return { erased, isDone: rows.length < BATCH };
}

async function nextRecords(trx: Transaction<Tables>, { name, before }: ExpiryRule) {
  const mark = await trx.selectFrom('retention_marks').select('upto').where('rule', '=', name).executeTakeFirst();
  return trx
    .selectFrom('records')
    .select(['id', 'type'])
    .where('id', '>', mark?.upto ?? '')
    .where('id', '<', idFloor('record', before))
    .orderBy('id')
    .limit(BATCH)
    .execute();
}

async function heldAmong(
  trx: Transaction<Tables>,
  cover: Awaited<ReturnType<typeof readCover>>,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const rows = await trx
    .selectFrom('records')
    .select(['id', 'tenant', 'at', 'subject', 'payload'])
    .where('id', 'in', [...ids])
    .execute();
  return new Set(rows.flatMap((row) => (cover.covers({ ...row, verdict: verdictIn(row.payload) }) ? [row.id] : [])));
}

/** Notes holds whose time is over; what they kept is due again. */
async function endHoldsIn(trx: Transaction<Tables>, note: Note, now: number): Promise<number> {
  const ended = await trx
    .updateTable('legal_holds')
    .set((eb) => ({ ended_at: eb.ref('until') }))
    .where('ended_at', 'is', null)
    .where('until', '<=', now)
    .returning(['id', 'tenant'])
    .execute();
  if (ended.length === 0) return 0;
  await forgetMarks(trx);
  for (const [tenant, ids] of idsByTenant(ended))
    note({ id: newId('record', now), type: 'legal-hold.ended', at: now, tenant, payload: { ids, by: SYSTEM_TENANT } });
  return ended.length;
}

/** What was passed over while a hold stood must be looked at once more. */
export async function forgetMarks(db: Kysely<Tables>): Promise<void> {
  await db.deleteFrom('retention_marks').execute();
}
