import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables.js';
import type { Cover } from '../legal/cover.js';

/** Deletes strikes and steps that can count no more, but for what a hold keeps. */
export async function forgetConduct(db: Kysely<Tables>, before: number, cover: Cover): Promise<number> {
  const [strikes, steps] = cover.isEmpty
    ? [[], []]
    : [await heldStrikes(db, before, cover), await heldSteps(db, before, cover)];
  let oldStrikes = db.deleteFrom('strikes').where('at', '<', before);
  if (strikes.length > 0) oldStrikes = oldStrikes.where('verdict', 'not in', strikes);
  let oldSteps = db.deleteFrom('conduct_steps').where('until', '<', before);
  if (steps.length > 0) oldSteps = oldSteps.where('id', 'not in', steps);
  const [struck, stepped] = [await oldStrikes.executeTakeFirst(), await oldSteps.executeTakeFirst()];
  return Number(struck.numDeletedRows) + Number(stepped.numDeletedRows);
}

async function heldStrikes(db: Kysely<Tables>, before: number, cover: Cover): Promise<string[]> {
  const rows = await db
    .selectFrom('strikes')
    .select(['verdict', 'tenant', 'at', 'key', 'account', 'account_before', 'address', 'address_before'])
    .where('at', '<', before)
    .execute();
  return rows.flatMap(({ verdict, tenant, at, ...subjects }) =>
    Object.values(subjects).some((subject) => cover.covers({ tenant, at, subject, verdict })) ? [verdict] : [],
  );
}

async function heldSteps(db: Kysely<Tables>, before: number, cover: Cover): Promise<string[]> {
  const rows = await db
    .selectFrom('conduct_steps')
    .select(['id', 'tenant', 'started_at as at', 'subject', 'before', 'verdict'])
    .where('until', '<', before)
    .execute();
  return rows.flatMap(({ id, subject, before: earlier, ...row }) =>
    [subject, earlier].some((name) => cover.covers({ ...row, subject: name })) ? [id] : [],
  );
}
