import type { Shifts } from '@tyrian/contracts';
import { sql } from 'kysely';
import type { Database, Session } from '../database/database.js';

/**
 * A shift is an advisory lock on a connection of its own: the database lets go of it when the process that holds it is
 * killed, and keepalives see to it when its machine is gone.
 */
export function createShifts(database: Database): Shifts {
  const underWay = new Set<string>();
  return {
    async take(name, work) {
      // The one connection of an embedded database would lend itself the lock twice.
      if (underWay.has(name)) return false;
      underWay.add(name);
      const session = await database.openSession().catch((fault: unknown) => {
        underWay.delete(name);
        throw fault;
      });
      try {
        if (!(await tryLock(session, name))) return false;
        try {
          await work();
        } finally {
          await unlock(session, name);
        }
        return true;
      } finally {
        underWay.delete(name);
        await session.close();
      }
    },
  };
}

const lockOf = (name: string) => sql`hashtext('tyrian shift ' || current_schema() || ${name}::text)`;

async function tryLock({ db }: Session, name: string): Promise<boolean> {
  // In seconds; without effect on a local socket, which breaks with its process.
  await sql`select set_config('tcp_keepalives_idle', '10', false), set_config('tcp_keepalives_interval', '5', false),
    set_config('tcp_keepalives_count', '3', false)`.execute(db);
  const { rows } = await sql<{ locked: boolean }>`select pg_try_advisory_lock(${lockOf(name)}) as locked`.execute(db);
  return rows[0]?.locked === true;
}

/** A session that is lost has let go of its lock already. */
async function unlock({ db, isLost }: Session, name: string): Promise<void> {
  if (!isLost()) await sql`select pg_advisory_unlock(${lockOf(name)})`.execute(db);
}
