import {
  ABSOLVING,
  type BatchId,
  type Case,
  type CaseResolution,
  type CaseWorker,
  CLOCKED_KINDS,
  DECISIONS_OF,
  errors,
} from '@tyrian/contracts';
import type { Transaction } from 'kysely';
import type { Note, Tell } from '../chain/chain-writer.js';
import { liftSteps } from '../conduct/steps.js';
import type { Tables, TakenBack } from '../database/tables.js';
import { addCaseEvents, noteCase, told } from './journal.js';
import { caseFromRow } from './rows.js';

interface Ruling extends CaseResolution {
  readonly worker: CaseWorker;
  readonly batch: BatchId | null;
}

/** Decides cases that are locked, open and theirs, each with its record and its event. */
export async function decideIn(
  trx: Transaction<Tables>,
  { note, tell }: { readonly note: Note; readonly tell: Tell },
  cases: readonly Case[],
  ruling: Ruling,
): Promise<readonly Case[]> {
  const { decision, reason, rule, statement, batch, worker } = ruling;
  const { by, at } = worker;
  for (const one of cases) requireFit(one, decision);
  const takenBack = await takeBack(trx, note, cases, ruling);
  const decided: Case[] = [];
  // Most cases have nothing to bring back, and are decided by one update together.
  for (const [undo, ids] of idsBy(cases, ({ id }) => takenBack.get(id) ?? null)) {
    const rows = await trx
      .updateTable('cases')
      .set({
        ...{ status: 'decided', decision, decided_by: by, decided_at: at, note: reason, rule, statement, batch, undo },
        ...{ lease_by: null, lease_until: null },
      })
      .where('id', 'in', ids)
      .returningAll()
      .execute();
    decided.push(...rows.map((row) => caseFromRow(row, at)));
  }
  const details = { decision, reason, rule, statement, batch };
  await addCaseEvents(
    trx,
    decided.map((one) => [one, { type: 'decided', at, by, details }] as const),
  );
  for (const one of decided) {
    noteCase(note, 'case.decided', one, { at, decision, by, ...(rule && { rule }), ...(batch && { batch }) });
    // Nor is the name of who decided anybody's outside.
    tell({ type: 'case.decided', ...told(one), decision, at });
  }
  return decided;
}

function requireFit({ id, kind }: Case, decision: CaseResolution['decision']): void {
  if (CLOCKED_KINDS.has(kind)) throw errors.CLOCK_RUNNING([id]);
  const fitting: readonly string[] = DECISIONS_OF[kind];
  if (!fitting.includes(decision)) throw errors.CASE_DECISION_UNFIT([id, fitting.join(' or ')]);
}

/** What people let through was no misconduct, and whoever is let off is let off in full; as JSON by case. */
async function takeBack(
  trx: Transaction<Tables>,
  note: Note,
  cases: readonly Case[],
  { decision, worker: { by, at } }: Ruling,
): Promise<ReadonlyMap<string, string>> {
  const taken = new Map<string, string>();
  const put = (id: string, what: TakenBack) => {
    if (what.strikes.length + what.steps.length > 0) taken.set(id, JSON.stringify(what));
  };
  if (ABSOLVING.has(decision)) {
    const verdicts = cases.map(({ verdict }) => verdict);
    const strikes = await trx.deleteFrom('strikes').where('verdict', 'in', verdicts).returningAll().execute();
    for (const { id, verdict } of cases)
      put(id, { strikes: strikes.filter((strike) => strike.verdict === verdict), steps: [] });
  }
  if (decision === 'lift')
    for (const { id } of cases) put(id, { strikes: [], steps: await liftSteps(trx, note, { case: id, by, at }) });
  return taken;
}

function idsBy(cases: readonly Case[], groupOf: (one: Case) => string | null): Map<string | null, string[]> {
  const groups = new Map<string | null, string[]>();
  for (const one of cases) groups.set(groupOf(one), [...(groups.get(groupOf(one)) ?? []), one.id]);
  return groups;
}
