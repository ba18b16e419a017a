import { type Case, type CaseAction, type CaseId, type CaseWorker, errors } from '@tyrian/contracts';
import type { Transaction, Updateable } from 'kysely';
import type { Note } from '../chain/chain-writer.js';
import type { Tables } from '../database/tables.js';
import { lockCase, requireOpen, requireTheirs, updateCase } from './find.js';
import { addCaseEvents, type Happened, noteCase } from './journal.js';

type Of<Type extends CaseAction['type']> = Extract<CaseAction, { type: Type }>;

interface Act<Action> {
  /** Throws where it is not this worker's to do. */
  readonly require: (found: Case, worker: CaseWorker) => void;
  readonly change: (action: Action, worker: CaseWorker) => Updateable<Tables['cases']> | undefined;
  readonly details: (action: Action) => Happened['details'];
  /** What of it goes on record, where it does: never what people write. */
  readonly record?: { readonly type: 'case.escalated' | 'case.moved'; readonly fields: (action: Action) => object };
}

const HANDED_BACK = { lease_by: null, lease_until: null };

/** What can be done with a case short of deciding it, and by whom. */
const ACTS: { readonly [Type in CaseAction['type']]: Act<Of<Type>> } = {
  renewed: {
    require: requireHeld,
    change: ({ until }) => ({ lease_until: until }),
    details: ({ until }) => ({ until }),
  },
  'handed-back': { require: requireTheirs, change: () => HANDED_BACK, details: () => ({}) },
  skipped: { require: requireHeld, change: () => HANDED_BACK, details: ({ why }) => ({ why }) },
  escalated: {
    require: requireTheirs,
    change: ({ why }, { by, at }) => ({ ...HANDED_BACK, escalated_by: by, escalated_at: at, escalated_why: why }),
    details: ({ why }) => ({ why }),
    record: { type: 'case.escalated', fields: () => ({}) },
  },
  moved: {
    require: requireLead,
    change: ({ queue, priority, dueAt }) => ({ ...HANDED_BACK, queue, priority, due_at: dueAt }),
    details: ({ queue, priority, dueAt, why }) => ({ queue, priority, dueAt, why }),
    record: { type: 'case.moved', fields: ({ queue, priority, dueAt }) => ({ queue, priority, dueAt }) },
  },
  commented: { require: () => undefined, change: () => undefined, details: ({ text }) => ({ text }) },
};

export async function actIn(
  trx: Transaction<Tables>,
  note: Note,
  { id, worker, action }: { readonly id: CaseId; readonly worker: CaseWorker; readonly action: CaseAction },
): Promise<Case> {
  const { by, at } = worker;
  const act = ACTS[action.type] as Act<CaseAction>;
  const found = await lockCase(trx, id, worker);
  // What is closed can still be spoken of.
  if (action.type !== 'commented') requireOpen(found);
  act.require(found, worker);
  const change = act.change(action, worker);
  const changed = change ? await updateCase(trx, id, change, at) : found;
  await addCaseEvents(trx, [[changed, { type: action.type, at, by, details: act.details(action) }]]);
  if (act.record) noteCase(note, act.record.type, changed, { at, by, ...act.record.fields(action) });
  return changed;
}

function requireHeld({ id, lease }: Case, { by }: CaseWorker): void {
  if (lease?.by !== by) throw errors.CASE_NOT_HELD([id]);
}

function requireLead(_found: Case, { isLead }: CaseWorker): void {
  if (!isLead) throw errors.CAPABILITY_MISSING(['cases.lead']);
}
