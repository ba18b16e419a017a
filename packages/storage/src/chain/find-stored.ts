import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables.js';
import type { PreparedCommit } from './prepared-commit.js';

/** Whether a commit is in the database already. It went in as a whole or not at all, so its first piece tells. */
export async function isStored(db: Kysely<Tables>, commit: PreparedCommit): Promise<boolean> {
  const [record] = commit.records;
  if (record) return (await db.selectFrom('records').select('id').where('id', '=', record.id).execute()).length > 0;
  const [item] = commit.evidence;
  if (item) return (await db.selectFrom('evidence').select('id').where('id', '=', item.id).execute()).length > 0;
  // Events alone may be told twice.
  return false;
}
