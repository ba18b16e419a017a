import type { ConductHistory, GenerationId, VerdictId } from '@tyrian/contracts';
import type { Selectable, Transaction } from 'kysely';
import type { Tables } from '../database/tables.js';
import { stepFromRow } from './rows.js';

type StrikeRow = Selectable<Tables['strikes']>;
type Subject = Pick<ConductHistory, 'kind' | 'subject' | 'subjectKey' | 'before'>;

/** More strikes than this within the window change no step: the gravest is long reached. */
const STRIKES_READ = 500;

/** The subjects of a strike, each with its own ladder. */
function subjectsOf(row: StrikeRow): Subject[] {
  const { account, account_key, account_before, address, address_key, address_before, key } = row;
  return [
    ...(account === null
      ? []
      : [{ kind: 'account', subject: account, subjectKey: account_key, before: account_before } as const]),
    ...(address === null
      ? []
      : [{ kind: 'address', subject: address, subjectKey: address_key, before: address_before } as const]),
    { kind: 'key', subject: key, subjectKey: null, before: null },
    // No strikes count for a tenant as a whole; its lockdown stands here.
    { kind: 'tenant', subject: row.tenant, subjectKey: null, before: null },
  ];
}

export async function historiesOf(
  trx: Transaction<Tables>,
  strike: StrikeRow,
  since: number,
  now: number,
): Promise<readonly ConductHistory[]> {
  const histories: ConductHistory[] = [];
  for (const subject of subjectsOf(strike)) {
    const steps = await stepsOf(trx, strike.tenant, subject, now);
    const lifts = await lastLifts(trx, strike.tenant, subject);
    const strikes = subject.kind === 'tenant' ? [] : await strikesOf(trx, strike.tenant, subject, since);
    const counted = strikes.filter(({ at, isSilent }) => at > (lifts.get(isSilent) ?? -1));
    histories.push({ ...subject, strikes: counted, liftedAt: lifts.get(false) ?? null, steps });
  }
  return histories;
}

function ofSubject(trx: Transaction<Tables>, tenant: string, { kind, subject, before }: Subject) {
  const names = before === null ? [subject] : [subject, before];
  return trx
    .selectFrom('conduct_steps')
    .where('tenant', '=', tenant)
    .where('kind', '=', kind)
    .where(({ or, eb }) => or([eb('subject', 'in', names), eb('before', 'in', names)]));
}

async function stepsOf(trx: Transaction<Tables>, tenant: string, subject: Subject, now: number) {
  const rows = await ofSubject(trx, tenant, subject)
    .selectAll()
    .where('until', '>', now)
    .where('lifted_at', 'is', null)
    .execute();
  return rows.map(stepFromRow);
}

/** When a person last lifted a step, of those about child safety and of the others. */
async function lastLifts(trx: Transaction<Tables>, tenant: string, subject: Subject): Promise<Map<boolean, number>> {
  const rows = await ofSubject(trx, tenant, subject)
    .select(['is_silent', ({ fn }) => fn.max<number>('lifted_at').as('last')])
    .where('lifted_at', 'is not', null)
    .groupBy('is_silent')
    .execute();
  return new Map(rows.map(({ is_silent, last }) => [is_silent, Number(last)]));
}

async function strikesOf(trx: Transaction<Tables>, tenant: string, { kind, subject, before }: Subject, since: number) {
  const names = before === null ? [subject] : [subject, before];
  let select = trx.selectFrom('strikes').where('tenant', '=', tenant).where('at', '>=', since);
  if (kind === 'key') select = select.where('key', '=', subject);
  else {
    const earlier = kind === 'account' ? 'account_before' : 'address_before';
    const now = kind === 'account' ? 'account' : 'address';
    select = select.where(({ or, eb }) => or([eb(now, 'in', names), eb(earlier, 'in', names)]));
  }
  const rows = await select
    .select(['at', 'weight', 'is_silent', 'generation', 'verdict', 'rule'])
    .orderBy('at', 'desc')
    .limit(STRIKES_READ)
    .execute();
  return rows.reverse().map(({ at, weight, is_silent, generation, verdict, rule }) => ({
    at,
    weight,
    isSilent: is_silent,
    generation: generation as GenerationId,
    verdict: verdict as VerdictId,
    rule,
  }));
}
