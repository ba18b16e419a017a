import type { Campaign, CampaignQuery } from '@tyrian/contracts';
import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Tables } from '../database/tables.js';
import { type CampaignRow, campaignFromRow } from './rows.js';

const COLUMNS = sql`min(at) as first_at, max(at) as last_at,
  count(distinct coalesce(account, address, key)) as accounts, count(*) as verdicts,
  count(*) filter (where decision = 'refuse') as refused`;

/** Newest first: strikes of one rule with near-same content, or from one address range, from two accounts or more. */
export async function listCampaigns(
  db: Kysely<Tables>,
  { tenant, since, limit }: CampaignQuery,
): Promise<readonly Campaign[]> {
  const grouped = (by: Campaign['by'], column: RawBuilder<unknown>) => sql`
    select tenant, ${by}::text as by, rule, ${COLUMNS} from strikes
    where at >= ${since} and ${column} is not null ${tenant === undefined ? sql`` : sql`and tenant = ${tenant}`}
    group by tenant, rule, ${column} having count(distinct coalesce(account, address, key)) > 1`;
  const { rows } = await sql<CampaignRow>`
    ${grouped('content', sql.ref('likeness'))} union all ${grouped('range', sql.ref('range'))}
    order by last_at desc, by limit ${limit}`.execute(db);
  return rows.map(campaignFromRow);
}

/** The campaigns that one strike belongs to, as they stand. */
export async function campaignsOf(
  db: Kysely<Tables>,
  strike: {
    readonly tenant: string;
    readonly rule: string;
    readonly likeness: string | null;
    readonly range: string | null;
  },
  since: number,
): Promise<readonly Campaign[]> {
  const one = (by: Campaign['by'], column: RawBuilder<unknown>, value: string | null) => sql`
    select tenant, ${by}::text as by, rule, ${COLUMNS} from strikes
    where tenant = ${strike.tenant} and rule = ${strike.rule} and ${column} = ${value}::text and at >= ${since}
    group by tenant, rule`;
  const { rows } = await sql<CampaignRow>`
    ${one('content', sql.ref('likeness'), strike.likeness)} union all ${one('range', sql.ref('range'), strike.range)}
  `.execute(db);
  return rows.map(campaignFromRow);
}
