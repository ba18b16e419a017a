import {
  type CaseId,
  type ConductStep,
  type NewConductStep,
  newId,
  type Pseudonym,
  type TenantId,
  type VerdictId,
} from '@tyrian/contracts';
import { sql, type Transaction } from 'kysely';
import type { Note, Tell } from '../chain/chain-writer.js';
import type { Tables } from '../database/tables.js';
import { stepFromRow } from './rows.js';

/** One process after another, so that whoever has seen a revision has seen all before it. */
export async function takeConductTurn(trx: Transaction<Tables>): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('tyrian conduct ' || current_schema()))`.execute(trx);
}

async function nextRevision(trx: Transaction<Tables>): Promise<number> {
  const { last } = await trx
    .selectFrom('conduct_steps')
    .select(({ fn }) => fn.max<number | null>('revision').as('last'))
    .executeTakeFirstOrThrow();
  return Number(last ?? 0) + 1;
}

interface Struck {
  readonly tenant: TenantId;
  readonly verdict: VerdictId;
}

/** Takes a step, or lengthens the one that is there; with its record, and an event where a person may lift it. */
export async function takeStep(
  trx: Transaction<Tables>,
  { note, tell }: { readonly note: Note; readonly tell: Tell },
  { tenant, verdict }: Struck,
  { standing, wanted, at }: { standing: ConductStep | undefined; wanted: NewConductStep; at: number },
): Promise<ConductStep> {
  const { kind, subject, subjectKey, before, step, isSilent, until, rules } = wanted;
  const revision = await nextRevision(trx);
  const row = standing
    ? await trx
        .updateTable('conduct_steps')
        .set({ until, revision, subject, subject_key: subjectKey, before: before ?? standing.before })
        .where('id', '=', standing.id)
        .returningAll()
        .executeTakeFirstOrThrow()
    : await trx
        .insertInto('conduct_steps')
        .values({
          id: newId('step', at),
          tenant,
          kind,
          subject,
          subject_key: subjectKey,
          before,
          step,
          is_silent: isSilent,
          verdict,
          case_id: wanted.opensCase ? newId('case', at) : null,
          rules: JSON.stringify(rules),
          started_at: at,
          until,
          lifted_at: null,
          ended_at: null,
          revision,
        })
        .returningAll()
        .executeTakeFirstOrThrow();
  const taken = stepFromRow(row);
  noteStep(note, standing || step !== 'lockdown' ? 'conduct.stepped' : 'lockdown.started', taken, {
    at,
    verdict,
    rules,
  });
  if (taken.case !== null) await tellOrLengthen(trx, tell, taken, { isNew: !standing, at, rules });
  if (step === 'lockdown' && !standing) {
    const ids = { step: taken.id, verdict, until, ...(taken.case && { case: taken.case }) };
    tell({ type: 'alarm.raised', tenant, alarm: 'lockdown', at, ids });
  }
  return taken;
}

async function tellOrLengthen(
  trx: Transaction<Tables>,
  tell: Tell,
  taken: ConductStep,
  { isNew, at, rules }: { isNew: boolean; at: number; rules: readonly string[] },
): Promise<void> {
  const { tenant, verdict, kind, step, until } = taken;
  const id = taken.case as CaseId;
  if (isNew)
    tell({
      type: 'conduct.stepped',
      tenant,
      verdict,
      case: id,
      kind,
      step,
      rules: [...rules],
      at,
      until,
      isChildSafety: taken.isSilent,
      ...(kind === 'account' && { subject: taken.subject }),
    });
  else
    await trx
      .updateTable('cases')
      .set({ expires_at: until })
      .where('id', '=', id)
      .where('status', '=', 'open')
      .execute();
}

/**
 * Ends the step of a case, and the others of the same subject and kind: whoever is let off is let off in full. Returns the
 * ids of those that it ended.
 */
export async function liftSteps(
  trx: Transaction<Tables>,
  note: Note,
  { case: id, by, at }: { readonly case: CaseId; readonly by: string; readonly at: number },
): Promise<string[]> {
  await takeConductTurn(trx);
  const lifted = await trx.selectFrom('conduct_steps').selectAll().where('case_id', '=', id).executeTakeFirst();
  if (!lifted) return [];
  const names = lifted.before === null ? [lifted.subject] : [lifted.subject, lifted.before];
  const rows = await trx
    .selectFrom('conduct_steps')
    .select('id')
    .where('tenant', '=', lifted.tenant)
    .where('kind', '=', lifted.kind)
    .where(({ or, eb }) => or([eb('subject', 'in', names), eb('before', 'in', names)]))
    .where('until', '>', at)
    .where('lifted_at', 'is', null)
    // Child safety and all else are decided apart.
    .where('is_silent', '=', lifted.is_silent)
    .execute();
  for (const { id: step } of rows) {
    const row = await trx
      .updateTable('conduct_steps')
      .set({ lifted_at: at, revision: await nextRevision(trx), ...(lifted.kind === 'tenant' && { ended_at: at }) })
      .where('id', '=', step)
      .returningAll()
      .executeTakeFirstOrThrow();
    noteStep(note, row.step === 'lockdown' ? 'lockdown.ended' : 'conduct.lifted', stepFromRow(row), { at, by });
  }
  return rows.map(({ id: step }) => step);
}

/** Steps that were lifted hold again for as long as they had; returns how many, of which the time is not over. */
export async function restoreSteps(
  trx: Transaction<Tables>,
  note: Note,
  { steps, by, at }: { readonly steps: readonly string[]; readonly by: string; readonly at: number },
): Promise<number> {
  await takeConductTurn(trx);
  let restored = 0;
  for (const id of steps) {
    const row = await trx
      .updateTable('conduct_steps')
      .set({ lifted_at: null, ended_at: null, revision: await nextRevision(trx) })
      .where('id', '=', id)
      .where('until', '>', at)
      .returningAll()
      .executeTakeFirst();
    if (!row) continue;
    restored++;
    const type = row.step === 'lockdown' ? 'lockdown.started' : 'conduct.stepped';
    noteStep(note, type, stepFromRow(row), { at, by, restored: true });
  }
  return restored;
}

/** Records the end of lockdowns whose time is over. */
export async function endLockdowns(trx: Transaction<Tables>, note: Note, now: number): Promise<number> {
  const rows = await trx
    .updateTable('conduct_steps')
    .set({ ended_at: now })
    .where('step', '=', 'lockdown')
    .where('until', '<=', now)
    .where('ended_at', 'is', null)
    .returningAll()
    .execute();
  for (const row of rows) noteStep(note, 'lockdown.ended', stepFromRow(row), { at: now, by: null });
  return rows.length;
}

function noteStep(
  note: Note,
  type: 'conduct.stepped' | 'conduct.lifted' | 'lockdown.started' | 'lockdown.ended',
  taken: ConductStep,
  { at, ...details }: { readonly at: number; readonly [field: string]: unknown },
): void {
  const { id, tenant, kind, subject, subjectKey, step, isSilent, until, case: opened } = taken;
  const pseudonym: Pseudonym | undefined = subjectKey === null ? undefined : { value: subject, keyId: subjectKey };
  const payload = {
    step: id,
    kind,
    name: step,
    silent: isSilent,
    until,
    case: opened,
    ...(kind === 'key' && { key: subject }),
    ...details,
  };
  note({ id: newId('record', at), type, at, tenant, subject: pseudonym, payload });
}
