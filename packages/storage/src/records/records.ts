import type { Keys, RecordId, Records } from '@tyrian/contracts';
import type { ChainWriter } from '../chain/chain-writer.js';
import { prepareCommit } from '../chain/prepared-commit.js';
import type { Database } from '../database/database.js';
import { ERASED_PER_RECORD, eraseIn } from './erase.js';
import { findGeneration } from './find-generation.js';
import { findVerdict } from './find-verdict.js';
import { RECORD_COLUMNS, recordFromRow } from './rows.js';
import { scanRecords } from './scan.js';

export function createRecords(parts: {
  database: Database;
  writer: ChainWriter;
  keys: Keys;
  clock: () => number;
}): Records {
  const { database, writer, keys, clock } = parts;
  return {
    async append(commit) {
      await writer.append(prepareCommit(commit, keys));
    },

    async list(query) {
      let select = database.db.selectFrom('records').select(RECORD_COLUMNS);
      if (query.type) {
        select = select.where('type', '=', query.type);
        // Said again as the index says it, so that what is rare is found through it.
        if (!query.type.startsWith('generation.')) {
          select = select.where('type', '<>', 'generation.input').where('type', '<>', 'generation.output');
        }
      }
      if (query.tenant) select = select.where('tenant', '=', query.tenant);
      if (query.before) select = select.where('id', '<', query.before);
      if (query.subject) select = select.where('subject', '=', query.subject);
      // Ids begin with their time.
      const rows = await select.orderBy('id', 'desc').limit(query.limit).execute();
      return rows.map(recordFromRow);
    },

    async find(id) {
      const row = await database.db
        .selectFrom('records')
        .select(RECORD_COLUMNS)
        .where('id', '=', id)
        .executeTakeFirst();
      return row && recordFromRow(row);
    },

    findGeneration: (tenant, generation) => findGeneration(database.db, tenant, generation),
    findVerdict: (tenant, verdict) => findVerdict(database.db, tenant, verdict),

    scan: (query) => scanRecords(database.db, query),

    async erase(ids, why) {
      let erased = 0;
      for (let start = 0; start < ids.length; start += ERASED_PER_RECORD) {
        const part: RecordId[] = ids.slice(start, start + ERASED_PER_RECORD);
        erased += await writer.change((trx, note) => eraseIn(trx, note, { ids: part, why, at: clock() }));
      }
      return erased;
    },
  };
}
