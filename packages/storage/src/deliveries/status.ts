import type { EndpointStatus } from '@tyrian/contracts';
import { type Kysely, sql } from 'kysely';
import type { Tables } from '../database/tables.js';

interface StatusRow {
  readonly endpoint: string;
  readonly waiting: number;
  readonly delivered: number;
  readonly undelivered: number;
  readonly last_code: string | null;
  readonly off_at: number | null;
}

export async function endpointStatuses(db: Kysely<Tables>): Promise<readonly EndpointStatus[]> {
  const { rows } = await sql<StatusRow>`
    select coalesce(told.endpoint, endpoints.name) as endpoint, endpoints.off_at,
      coalesce(waiting, 0) as waiting, coalesce(delivered, 0) as delivered, coalesce(undelivered, 0) as undelivered,
      (select last_code from deliveries
        where endpoint = told.endpoint and last_code is not null order by due_at desc limit 1) as last_code
    from (
      select endpoint, count(*) filter (where state = 'waiting') as waiting,
        count(*) filter (where state = 'delivered') as delivered,
        count(*) filter (where state = 'undelivered') as undelivered
      from deliveries group by endpoint
    ) as told full join endpoints on endpoints.name = told.endpoint
    order by 1`.execute(db);
  return rows.map(({ off_at: offAt, last_code: lastCode, ...counts }) => ({ ...counts, lastCode, offAt }));
}

/** Asked often, so it reads what has failed and nothing else. */
export async function failingEndpoints(db: Kysely<Tables>): Promise<readonly string[]> {
  const { rows } = await sql<{ endpoint: string }>`
    select endpoint from deliveries where state = 'undelivered'
    union select name from endpoints where off_at is not null
    order by 1`.execute(db);
  return rows.map(({ endpoint }) => endpoint);
}
