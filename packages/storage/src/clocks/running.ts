import type { NewClock } from '@tyrian/contracts';
import type { Transaction } from 'kysely';
import type { Tables } from '../database/tables.js';

export interface Matter {
  readonly id: string;
  readonly tenant: string;
  readonly case: string;
  /** What it is about. */
  readonly verdict: string | null;
  readonly at: number;
}

/** Starts the clocks of a matter, in the transaction in which it comes in. */
export async function startClocks(
  trx: Transaction<Tables>,
  { id, tenant, case: opened, verdict, at }: Matter,
  clocks: readonly NewClock[],
): Promise<void> {
  const rows = clocks.map((clock) => {
    const marks = [...clock.warnAt, clock.dueAt];
    return {
      ...{ id: clock.id, tenant, case_id: opened, about: id, verdict, duty: clock.duty },
      ...{ started_at: at, due_at: clock.dueAt, stopped_at: null },
      marks: JSON.stringify(marks),
      next_at: marks[0] ?? clock.dueAt,
    };
  });
  if (rows.length > 0) await trx.insertInto('clocks').values(rows).execute();
}

export async function stopClocks(trx: Transaction<Tables>, about: string, at: number): Promise<void> {
  await trx
    .updateTable('clocks')
    .set({ stopped_at: at, next_at: null })
    .where('about', '=', about)
    .where('stopped_at', 'is', null)
    .execute();
}
