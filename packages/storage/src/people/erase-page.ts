import type { ErasedPage, People } from '@tyrian/contracts';
import type { Transaction } from 'kysely';
import type { Note } from '../chain/chain-writer.js';
import type { Tables } from '../database/tables.js';
import type { Cover } from '../legal/cover.js';
import { eraseIn } from '../records/erase.js';
import { deleteCases } from '../retention/expire-cases.js';
import { planPage } from './plan-page.js';

type Page = Parameters<People['erasePage']>[0];

/** A record goes with its evidence and its case in one transaction, so that a kill leaves nothing half erased. */
export async function erasePageIn(
  trx: Transaction<Tables>,
  note: Note,
  { why, ...page }: Page,
  { cover, at }: { readonly cover: Cover; readonly at: number },
): Promise<ErasedPage> {
  const plan = await planPage(trx, page, cover);
  const { evidence, cases, spared, next } = plan;
  if (evidence.length > 0)
    await trx
      .deleteFrom('evidence')
      .where('id', 'in', [...evidence])
      .execute();
  if (cases.length > 0) await deleteCases(trx, note, cases, at);
  const records = await eraseIn(trx, note, { ids: plan.records, why, at });
  return { records, evidence: evidence.length, cases: cases.length, spared, next };
}
