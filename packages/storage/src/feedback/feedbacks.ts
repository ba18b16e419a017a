import {
  type EvidenceId,
  type FeedbackRecord,
  type Feedbacks,
  type Keys,
  type NewFeedback,
  newId,
} from '@tyrian/contracts';
import { sql, type Transaction } from 'kysely';
import type { ChainWriter, Tell } from '../chain/chain-writer.js';
import { prepareEvidence } from '../chain/prepared-commit.js';
import type { Database } from '../database/database.js';
import type { Tables } from '../database/tables.js';
import { countFeedback } from './count.js';
import { bringsMore, type FeedbackRow, isSaidAgain, keptFromRow, rowAfter } from './rows.js';

/** So many who call a refusal wrong have a person look at it. */
const DISPUTED_BY = 3;

export function createFeedbacks(parts: { database: Database; writer: ChainWriter; keys: Keys }): Feedbacks {
  const { database, writer, keys } = parts;
  return {
    give(given) {
      const { tenant, at, subject } = given;
      const sealed = given.evidence && prepareEvidence(given.evidence, keys);
      return writer.change(async (trx, note, seal, tell) => {
        const standing = await takeStanding(trx, given);
        const isSame = standing !== undefined && isSaidAgain(standing, given);
        if (isSame && !bringsMore(standing, given)) return keptFromRow(standing);
        const record = newId('record', at);
        const row = rowAfter(standing, given, { record, isSame });
        if (standing) await trx.deleteFrom('feedback').where('record', '=', standing.record).execute();
        await trx
          .insertInto('feedback')
          .values({ ...row, rules: JSON.stringify(row.rules) })
          .execute();
        const kept = keptFromRow(row);
        const payload: FeedbackRecord = {
          ...given.record,
          feedback: kept.id,
          ...(standing && !isSame && { replaces: keptFromRow(standing).id }),
          ...(given.evidence && { evidence: given.evidence.id }),
        };
        note({ id: record, type: 'feedback.given', at, tenant, subject, payload });
        if (!isSame) await tellDisputed(trx, tell, given);
        if (sealed) seal(sealed);
        return kept;
      }, sealed?.sealed.length);
    },

    count: (query) => countFeedback(database.db, query),
  };
}

/** What stands so far, one process after another, so that two at once do not both come first. */
async function takeStanding(
  trx: Transaction<Tables>,
  { tenant, reporter, record: { verdict, by } }: NewFeedback,
): Promise<FeedbackRow | undefined> {
  await sql`select pg_advisory_xact_lock(hashtext('tyrian feedback ' || current_schema() || ${verdict}))`.execute(trx);
  return trx
    .selectFrom('feedback')
    .selectAll()
    .where('tenant', '=', tenant)
    .where('verdict', '=', verdict)
    .where('by_whom', '=', by)
    .where('reporter', '=', reporter)
    .executeTakeFirst();
}

async function tellDisputed(
  trx: Transaction<Tables>,
  tell: Tell,
  { tenant, record, about, at }: NewFeedback,
): Promise<void> {
  const { verdict, rules, says } = record;
  if (says !== 'wrong-refusal') return;
  const { count } = await trx
    .selectFrom('feedback')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('tenant', '=', tenant)
    .where('verdict', '=', verdict)
    .where('says', '=', 'wrong-refusal')
    .executeTakeFirstOrThrow();
  if (Number(count) !== DISPUTED_BY) return;
  const sealed = await trx
    .selectFrom('evidence')
    .select('id')
    .where('tenant', '=', tenant)
    .where('verdict', '=', verdict)
    .where('kind', 'in', ['refusal', 'hold'])
    .orderBy('id')
    .executeTakeFirst();
  const evidence = (sealed?.id ?? null) as EvidenceId | null;
  const { isChildSafety, hazards, subject } = about;
  tell({
    ...{ type: 'verdict.disputed', tenant, verdict, evidence, rules: [...rules], at, isChildSafety },
    ...{ hazards: [...hazards], ...(subject !== undefined && { subject }) },
  });
}
