import {
  type BatchId,
  type Case,
  type CaseId,
  type CaseWorker,
  CLOCKED_KINDS,
  errors,
  type Undone,
} from '@tyrian/contracts';
import type { Selectable, Transaction } from 'kysely';
import type { Note, Tell } from '../chain/chain-writer.js';
import { restoreSteps } from '../conduct/steps.js';
import type { Tables } from '../database/tables.js';
import { addCaseEvents, noteCase, told } from './journal.js';
import { caseFromRow } from './rows.js';
import { within } from './scope.js';

interface Undo {
  readonly what: CaseId | { readonly batch: BatchId };
  readonly worker: CaseWorker;
  /** Decisions from then on can be undone. */
  readonly since: number;
  /** Until when a single case is held by whoever undid it. */
  readonly until: number;
}

/** Opens cases again, and brings back what their decisions took away: releases end, strikes count, steps hold. */
export async function undoIn(
  trx: Transaction<Tables>,
  { note, tell }: { readonly note: Note; readonly tell: Tell },
  { what, worker, since, until }: Undo,
): Promise<Undone> {
  const { by, at } = worker;
  const isBatch = typeof what !== 'string';
  const rows = await lockDecided(trx, what, worker, since);
  if (rows.length === 0) throw errors.UNDO_TOO_LATE([isBatch ? what.batch : what, Math.round((at - since) / 60_000)]);
  const cases: Case[] = [];
  let [strikes, steps, stepsOver] = [0, 0, 0];
  for (const row of rows) {
    const restored = await restore(trx, note, row, worker);
    strikes += restored.strikes;
    steps += restored.steps;
    stepsOver += restored.stepsOver;
    const opened = await trx
      .updateTable('cases')
      .set({
        ...{ status: 'open', decision: null, decided_by: null, decided_at: null, note: null, rule: null },
        ...{ statement: null, batch: null, undo: null },
        ...(isBatch ? {} : { lease_by: by, lease_until: until }),
      })
      .where('id', '=', row.id)
      .returningAll()
      .executeTakeFirstOrThrow();
    const again = caseFromRow(opened, at);
    cases.push(again);
    await addCaseEvents(trx, [[again, { type: 'undone', at, by, details: { decision: row.decision, ...restored } }]]);
    noteCase(note, 'case.undone', again, { at, by, decision: row.decision, ...restored });
    tell({ type: 'case.reopened', ...told(again), at });
  }
  return { cases, strikes, steps, stepsOver };
}

async function lockDecided(
  trx: Transaction<Tables>,
  what: Undo['what'],
  { by, scope }: CaseWorker,
  since: number,
): Promise<Selectable<Tables['cases']>[]> {
  const select = trx
    .selectFrom('cases')
    .selectAll()
    .where('status', '=', 'decided')
    // The outcome of a notice or an appeal is told outside at once: an appeal takes it back.
    .where('kind', 'not in', [...CLOCKED_KINDS])
    .where('decided_by', '=', by)
    .where('decided_at', '>=', since)
    .where(within(scope));
  const chosen = typeof what === 'string' ? select.where('id', '=', what) : select.where('batch', '=', what.batch);
  return chosen.orderBy('id').forUpdate().execute();
}

async function restore(
  trx: Transaction<Tables>,
  note: Note,
  { undo }: Selectable<Tables['cases']>,
  { by, at }: CaseWorker,
): Promise<{ strikes: number; steps: number; stepsOver: number }> {
  if (!undo) return { strikes: 0, steps: 0, stepsOver: 0 };
  const strikes =
    undo.strikes.length === 0
      ? []
      : await trx
          .insertInto('strikes')
          .values([...undo.strikes])
          .onConflict((conflict) => conflict.doNothing())
          .returning('verdict')
          .execute();
  const steps = undo.steps.length === 0 ? 0 : await restoreSteps(trx, note, { steps: undo.steps, by, at });
  return { strikes: strikes.length, steps, stepsOver: undo.steps.length - steps };
}
