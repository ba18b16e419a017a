import { type Case, type CaseId, type Cases, type CaseWorker, type ClusterDecided, errors } from '@tyrian/contracts';
import type { ChainWriter } from '../chain/chain-writer.js';
import type { Database } from '../database/database.js';
import { actIn } from './act.js';
import { clusterSize, lockCluster, newBatch } from './cluster.js';
import { decideIn } from './decide.js';
import { EXPIRED_AT_ONCE, expireSomeIn } from './expire.js';
import { findCase, lockCase, requireOpen, requireTheirs } from './find.js';
import { accountHistory } from './history.js';
import { takeHoldPlace } from './hold-places.js';
import { addCaseEvents, caseEvents, noteCase } from './journal.js';
import { oldestAt, queueCounts, queuePage } from './queue-page.js';
import { caseFromRow, rowFromCase } from './rows.js';
import { within } from './scope.js';
import { placeOf, takeIn, takeNextIn } from './take.js';
import { undoIn } from './undo.js';

/** Decided in one transaction of the writer, which traffic waits behind. */
const DECIDED_AT_ONCE = 100;

export function createCases(parts: { database: Database; writer: ChainWriter; clock: () => number }): Cases {
  const { database, writer, clock } = parts;
  const { db } = database;

  return {
    async open(opened) {
      await writer.change(async (trx, note) => {
        const added = await trx
          .insertInto('cases')
          .values(rowFromCase(opened))
          .onConflict((conflict) => conflict.doNothing())
          .returning('id')
          .execute();
        if (added.length === 0) return;
        const { openedAt: at, rules, evidence, queue, priority } = opened;
        await addCaseEvents(trx, [[opened, { type: 'opened', at, by: null, details: { queue, priority } }]]);
        noteCase(note, 'case.opened', opened, { at, rules, evidence });
      });
    },

    find: (id, scope) => findCase(db, id, clock(), scope),

    async findByVerdict(verdict) {
      const row = await db
        .selectFrom('cases')
        .selectAll()
        .where('verdict', '=', verdict)
        .where('kind', '=', 'hold')
        .executeTakeFirst();
      return row && caseFromRow(row, clock());
    },

    async list({ status, scope, limit }) {
      let select = db.selectFrom('cases').selectAll();
      if (status) select = select.where('status', '=', status);
      if (scope) select = select.where(within(scope));
      const rows = await select.orderBy('id', 'desc').limit(limit).execute();
      return rows.map((row) => caseFromRow(row, clock()));
    },

    async page(query) {
      const found = await queuePage(db, { ...query, limit: query.limit + 1 });
      const cases = found.slice(0, query.limit);
      const last = cases.at(-1);
      return { cases, next: found.length > query.limit && last ? placeOf(last) : null };
    },
    counts: (scope, now) => queueCounts(db, scope, now),
    oldestAt: (scope) => oldestAt(db, scope),

    takeNext: (worker, query) => writer.change((trx) => takeNextIn(trx, worker, query)),
    take: (id, worker, until) => writer.change((trx) => takeIn(trx, id, worker, until)),
    act: (id, worker, action) => writer.change((trx, note) => actIn(trx, note, { id, worker, action })),

    decide: (id, worker, resolution) =>
      writer.change(async (trx, note, _seal, tell) => {
        const found = await lockCase(trx, id, worker);
        requireOpen(found);
        requireTheirs(found, worker);
        const [decided] = await decideIn(trx, { note, tell }, [found], { ...resolution, worker, batch: null });
        return decided as Case;
      }),

    async decideCluster(id, worker, resolution, limit): Promise<ClusterDecided> {
      const one = await findMine(id, worker);
      const batch = newBatch(worker.at);
      let decided = 0;
      for (let last = DECIDED_AT_ONCE; last === DECIDED_AT_ONCE && decided < limit; decided += last)
        last = await writer.change(async (trx, note, _seal, tell) => {
          const cases = await lockCluster(trx, one, worker, Math.min(DECIDED_AT_ONCE, limit - decided));
          return (await decideIn(trx, { note, tell }, cases, { ...resolution, worker, batch })).length;
        });
      return { batch, decided, left: await clusterSize(db, one, worker.scope, limit + 1) };
    },

    undo: (what, worker, since, until) =>
      writer.change((trx, note, _seal, tell) => undoIn(trx, { note, tell }, { what, worker, since, until })),

    async expire(now) {
      let expired = 0;
      for (let last = EXPIRED_AT_ONCE; last === EXPIRED_AT_ONCE; expired += last)
        last = await writer.change((trx, note, _seal, tell) => expireSomeIn(trx, { note, tell }, { now, at: clock() }));
      return expired;
    },

    async settle(before) {
      const settled = await db
        .updateTable('cases')
        .set({ undo: null })
        .where('undo', 'is not', null)
        .where('decided_at', '<', before)
        .executeTakeFirst();
      return Number(settled.numUpdatedRows);
    },

    events: (id) => caseEvents(db, id),
    clusterSize: (one, scope, limit) => clusterSize(db, one, scope, limit),
    history: (one, scope, limit) => accountHistory(db, one, { scope, limit, now: clock() }),

    async isReleased(tenant, fingerprint, since) {
      const row = await db
        .selectFrom('cases')
        .select('id')
        .where('tenant', '=', tenant)
        .where('fingerprint', '=', fingerprint)
        .where('decision', 'in', ['release', 'reverse'])
        .where('decided_at', '>=', since)
        .limit(1)
        .executeTakeFirst();
      return row !== undefined;
    },

    takeHoldPlace: (place) => takeHoldPlace(db, place, clock()),
  };

  /** A cluster is decided from one of its cases, which is the worker's. */
  async function findMine(id: CaseId, worker: CaseWorker): Promise<Case> {
    const found = await findCase(db, id, worker.at, worker.scope);
    if (!found) throw errors.NOT_FOUND([`case ${id}`]);
    requireOpen(found);
    requireTheirs(found, worker);
    if (found.cluster === null) throw errors.INVALID_INPUT([`case ${id} is of no text, so nothing is like it`]);
    return found;
  }
}
