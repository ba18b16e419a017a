import {
  type EvidenceId,
  errors,
  type Keys,
  newId,
  type People,
  type PersonNames,
  type TenantId,
  type VerdictId,
} from '@tyrian/contracts';
import { type Kysely, sql } from 'kysely';
import type { ChainWriter } from '../chain/chain-writer.js';
import type { Database } from '../database/database.js';
import type { Tables } from '../database/tables.js';
import { readCover } from '../legal/cover.js';
import { scannedFromRow } from '../records/rows.js';
import { openEvidence } from '../vault/envelope.js';
import { summariesOf, summaryFromRow } from '../vault/summaries.js';
import { erasePageIn } from './erase-page.js';
import { judgementsOf } from './judgements.js';
import { OWN_RECORDS, personRecords } from './person-records.js';
import { planPage } from './plan-page.js';
import { ownVerdicts, sealedWith } from './sealed-with.js';
import { opinionsOf, stepsOf, strikesOf } from './standing.js';

export function createPeople(parts: {
  database: Database;
  writer: ChainWriter;
  keys: Keys;
  clock: () => number;
}): People {
  const { database, writer, keys, clock } = parts;
  const { db } = database;
  return {
    async count(names) {
      const [records, strikes, steps, opinions] = await Promise.all([
        countRecords(db, names),
        strikesOf(db, names).select('verdict').execute(),
        stepsOf(db, names).select('id').execute(),
        opinionsOf(db, names).select('id').execute(),
      ]);
      const held = (await readCover(db, clock())).coversPerson(names.tenant, names.names);
      return { ...records, strikes: strikes.length, steps: steps.length, opinions: opinions.length, held };
    },

    async records(page) {
      return (await personRecords(db, page).execute()).map(scannedFromRow);
    },

    async evidence({ tenant, names }, records) {
      const [rows, cover] = await Promise.all([
        summariesOf(db)
          .where('tenant', '=', tenant)
          .where((eb) => sealedWith(eb, names, records))
          .orderBy('id')
          .execute(),
        readCover(db, clock()),
      ]);
      return rows.map((row) => summaryFromRow(row, cover));
    },

    judgements: (records) => judgementsOf(db, records),

    openEvidence(id, { by, purpose }) {
      return writer.change(async (trx, note) => {
        const row = await trx.selectFrom('evidence').selectAll().where('id', '=', id).executeTakeFirst();
        if (!row) throw errors.NOT_FOUND([`evidence ${id}`]);
        const bound = { id: id as EvidenceId, tenant: row.tenant as TenantId, verdict: row.verdict as VerdictId };
        const opened = openEvidence(
          { ...bound, sealed: row.sealed, wrappedKey: row.wrapped_key },
          keys.byId(row.key_id),
        );
        const at = clock();
        const payload = { evidence: id, verdict: row.verdict, purpose, by };
        note({ id: newId('record', at), type: 'evidence.opened', at, tenant: bound.tenant, payload });
        return opened;
      });
    },

    async cases(tenant, records) {
      const verdicts = ownVerdicts(records);
      if (verdicts.length === 0) return [];
      const rows = await db
        .selectFrom('cases')
        .select(['id', 'kind', 'status', 'verdict', 'decision', 'opened_at', 'decided_at'])
        .where('tenant', '=', tenant)
        .where('kind', '=', 'hold')
        .where('verdict', 'in', verdicts)
        .orderBy('id')
        .execute();
      return rows.map(({ opened_at: openedAt, decided_at: decidedAt, ...row }) => ({ ...row, openedAt, decidedAt }));
    },

    async strikes(names) {
      const rows = await strikesOf(db, names).select(['verdict', 'at', 'weight', 'rule']).orderBy('at').execute();
      return rows.map(({ verdict, at, weight, rule }) => ({
        ...{ id: verdict, at, until: null },
        what: `strike of weight ${weight}`,
        rules: [rule],
      }));
    },

    async steps(names) {
      const rows = await stepsOf(db, names).selectAll().orderBy('started_at').execute();
      return rows.map((row) => ({
        ...{ id: row.id, at: row.started_at, until: row.lifted_at ?? row.until },
        what: row.step,
        rules: row.rules,
      }));
    },

    async planPage(page) {
      const { records, evidence, cases, spared, next } = await planPage(db, page, await readCover(db, clock()));
      return { records: records.length, evidence: evidence.length, cases: cases.length, spared, next };
    },

    erasePage: (page) =>
      writer.change(async (trx, note) =>
        erasePageIn(trx, note, page, { cover: await readCover(trx, clock()), at: clock() }),
      ),

    finishErasure(names, { by, why, counts }) {
      return writer.change(async (trx, note) => {
        const at = clock();
        const { tenant } = names;
        const held = (await readCover(trx, at)).coversPerson(tenant, names.names);
        const gone = held ? { strikes: 0, steps: 0, opinions: 0 } : await eraseStanding(trx, names, at);
        const payload = { about: names.kind, by, why, ...counts, ...gone, ...(held && { held }) };
        note({ id: newId('record', at), type: 'person.erased', at, tenant, payload });
        return { ...gone, held };
      });
    },
  };
}

async function countRecords(db: Kysely<Tables>, { tenant, names }: PersonNames) {
  const row = await db
    .selectFrom('records')
    .select(({ fn }) => fn.count<number>('id').as('all'))
    .select(sql<number>`count(payload)`.as('kept'))
    .where('tenant', '=', tenant)
    .where('subject', 'in', [...names])
    .where('type', 'in', OWN_RECORDS)
    .executeTakeFirstOrThrow();
  return { records: Number(row.kept), tombstones: Number(row.all) - Number(row.kept) };
}

/** A step that stands goes on until it ends: erasure is no way out of a suspension. */
async function eraseStanding(db: Kysely<Tables>, names: PersonNames, now: number) {
  const strikes = await strikesOf(db, names).select('verdict').execute();
  const steps = await stepsOf(db, names)
    .select('id')
    .where((eb) => eb.or([eb('until', '<=', now), eb('lifted_at', 'is not', null)]))
    .execute();
  const opinions = await opinionsOf(db, names).select('id').execute();
  // What was decided of their conduct stays, and tells of nobody any more.
  await db
    .updateTable('cases')
    .set({ subject: null })
    .where('tenant', '=', names.tenant)
    .where('subject', 'in', [...names.names])
    .where('status', '<>', 'open')
    .execute();
  const none = ['-'];
  const or = (ids: readonly string[]) => (ids.length > 0 ? [...ids] : none);
  await db
    .deleteFrom('strikes')
    .where('verdict', 'in', or(strikes.map(({ verdict }) => verdict)))
    .execute();
  await db
    .deleteFrom('conduct_steps')
    .where('id', 'in', or(steps.map(({ id }) => id)))
    .execute();
  await db
    .deleteFrom('feedback')
    .where('id', 'in', or(opinions.map(({ id }) => id)))
    .execute();
  return { strikes: strikes.length, steps: steps.length, opinions: opinions.length };
}
