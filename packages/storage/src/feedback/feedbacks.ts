import { type FeedbackRecord, type Feedbacks, type Keys, type NewFeedback, newId } from '@tyrian/contracts';
import { sql, type Transaction } from 'kysely';
import type { ChainWriter } from '../chain/chain-writer.js';
import { prepareEvidence } from '../chain/prepared-commit.js';
import type { Database } from '../database/database.js';
import type { Tables } from '../database/tables.js';
import { countFeedback } from './count.js';
import { bringsMore, type FeedbackRow, isSaidAgain, keptFromRow, rowAfter } from './rows.js';

export function createFeedbacks(parts: { database: Database; writer: ChainWriter; keys: Keys }): Feedbacks {
  const { database, writer, keys } = parts;
  return {
    give(given) {
      const { tenant, at, subject } = given;
      const sealed = given.evidence && prepareEvidence(given.evidence, keys);
      return writer.change(async (trx, note, seal) => {
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
