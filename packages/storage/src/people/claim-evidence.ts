import type { PersonNames } from '@tyrian/contracts';
import type { Transaction } from 'kysely';
import type { Tables } from '../database/tables.js';
import { verdictIn } from '../legal/cover.js';
import { personRecords } from './person-records.js';

const BATCH = 500;

/** Evidence that was sealed before it said whose it is gets to say so, since a hold on a person finds it by that. */
export async function claimEvidence(trx: Transaction<Tables>, names: PersonNames): Promise<void> {
  for (let after: string | undefined = ''; after !== undefined; ) {
    const found = await personRecords(trx, { names, after, limit: BATCH }).execute();
    const verdicts = found.flatMap(({ type, payload }) =>
      type.startsWith('generation.') ? (verdictIn(payload) ?? []) : [],
    );
    if (verdicts.length > 0)
      await trx
        .updateTable('evidence')
        .set({ subject: names.names[0] ?? null })
        .where('subject', 'is', null)
        .where('tenant', '=', names.tenant)
        .where('kind', '<>', 'feedback')
        .where('verdict', 'in', verdicts)
        .execute();
    after = found.length < BATCH ? undefined : found.at(-1)?.id;
  }
}
