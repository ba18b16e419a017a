import { DutyClock, type DutyClocks, newId, type TenantId } from '@tyrian/contracts';
import type { Selectable, Transaction } from 'kysely';
import { childSafetyMark } from '../cases/journal.js';
import type { ChainWriter, Note, Tell } from '../chain/chain-writer.js';
import type { Database } from '../database/database.js';
import type { Tables } from '../database/tables.js';
import { comesSooner } from './sooner.js';

const AT_ONCE = 200;
/** Until it has an outcome, what is overdue is said again. */
const AGAIN_MS = 24 * 3_600_000;

export function createDutyClocks({ database, writer }: { database: Database; writer: ChainWriter }): DutyClocks {
  return {
    async of(about) {
      if (about.length === 0) return [];
      const rows = await database.db
        .selectFrom('clocks')
        .selectAll()
        .where('about', 'in', about)
        .orderBy('started_at')
        .orderBy('id')
        .execute();
      return rows.map(clockFromRow);
    },

    async advance(now) {
      let advanced = 0;
      for (let last = AT_ONCE; last === AT_ONCE; advanced += last)
        last = await writer.change((trx, note, _seal, tell) => advanceIn(trx, { note, tell, now }));
      return advanced;
    },
  };
}

interface Step {
  readonly note: Note;
  readonly tell: Tell;
  readonly now: number;
}

async function advanceIn(trx: Transaction<Tables>, step: Step): Promise<number> {
  const due = await trx
    .selectFrom('clocks')
    .selectAll()
    .where('stopped_at', 'is', null)
    .where('next_at', '<=', step.now)
    .orderBy('next_at')
    .limit(AT_ONCE)
    .forUpdate()
    .execute();
  for (const clock of due) await warn(trx, step, clock);
  return due.length;
}

/** After a pause of the machine several marks may have gone by: that is one warning, of the last of them. */
async function warn(trx: Transaction<Tables>, { note, tell, now }: Step, row: Selectable<Tables['clocks']>) {
  const marks = row.marks;
  const passed = marks.filter((mark) => mark <= now).length;
  const isOverdue = passed === marks.length;
  await trx
    .updateTable('clocks')
    .set({ warnings: passed, next_at: marks[passed] ?? now + AGAIN_MS })
    .where('id', '=', row.id)
    .execute();
  const { isChildSafety } = await comesSooner(trx, row, isOverdue);
  const tenant = row.tenant as TenantId;
  const ids = { about: row.about, case: row.case_id, duty: row.duty, dueAt: row.due_at };
  note({
    id: newId('record', now),
    type: isOverdue ? 'clock.overdue' : 'clock.warned',
    at: now,
    tenant,
    payload: { clock: row.id, ...ids, warning: passed, ...childSafetyMark(isChildSafety) },
  });
  tell({ type: 'alarm.raised', tenant, alarm: isOverdue ? 'clock-overdue' : 'clock-runs-out', at: now, ids });
}

function clockFromRow(row: Selectable<Tables['clocks']>): DutyClock {
  return DutyClock.parse({
    id: row.id,
    tenant: row.tenant,
    case: row.case_id,
    about: row.about,
    duty: row.duty,
    startedAt: row.started_at,
    dueAt: row.due_at,
    warnings: row.warnings,
    stoppedAt: row.stopped_at,
  });
}
