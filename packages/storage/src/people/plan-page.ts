import type { EvidenceId, People, RecordId, ScannedRecord, Spared } from '@tyrian/contracts';
import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables.js';
import { type Cover, verdictIn } from '../legal/cover.js';
import { scannedFromRow } from '../records/rows.js';
import { judgementsOf } from './judgements.js';
import { personRecords } from './person-records.js';
import { ownVerdicts, sealedWith } from './sealed-with.js';

type Page = Parameters<People['planPage']>[0];

/** What goes of one page and what stays, before anything is touched. */
export interface PagePlan {
  readonly records: readonly RecordId[];
  readonly evidence: readonly EvidenceId[];
  readonly cases: readonly { readonly id: string; readonly tenant: string }[];
  readonly spared: Readonly<Record<Spared, number>>;
  readonly next: RecordId | null;
}

export async function planPage(db: Kysely<Tables>, { mustStay, ...page }: Page, cover: Cover): Promise<PagePlan> {
  const found = (await personRecords(db, page).execute()).map(scannedFromRow);
  const facts = await factsOf(db, [...new Set(found.flatMap(({ payload }) => verdictIn(payload) ?? []))]);
  const judgements = await judgementsOf(db, found);
  const spared: Record<Spared, number> = { 'legal-hold': 0, 'open-case': 0, 'legal-duty': 0 };
  const going: ScannedRecord[] = [];
  for (const record of found) {
    const ground = mustStay(record, judgements.get(record.id)) ? 'legal-duty' : groundToStay(record, cover, facts);
    if (ground) spared[ground]++;
    else going.push(record);
  }
  return {
    records: going.map(({ id }) => id),
    evidence: await evidenceOf(db, page.names.names, going),
    cases: await closedCases(db, ownVerdicts(going)),
    spared,
    next: found.length < page.limit ? null : ((found.at(-1)?.id ?? null) as RecordId | null),
  };
}

interface Facts {
  readonly open: ReadonlySet<string>;
  /** Verdicts whose evidence a law or an authority wants kept. */
  readonly preserved: ReadonlySet<string>;
}

async function factsOf(db: Kysely<Tables>, verdicts: readonly string[]): Promise<Facts> {
  if (verdicts.length === 0) return { open: new Set(), preserved: new Set() };
  const inThem = [...verdicts];
  const open = await db
    .selectFrom('cases')
    .select('verdict')
    .where('verdict', 'in', inThem)
    .where('status', '=', 'open')
    .execute();
  const preserved = await db
    .selectFrom('evidence')
    .select('verdict')
    .where('verdict', 'in', inThem)
    .where('legal_hold', '=', true)
    .execute();
  return {
    open: new Set(open.map(({ verdict }) => verdict)),
    preserved: new Set(preserved.map(({ verdict }) => verdict)),
  };
}

function groundToStay(record: ScannedRecord, cover: Cover, facts: Facts): Spared | undefined {
  const verdict = verdictIn(record.payload);
  const isPreserved = verdict !== null && facts.preserved.has(verdict);
  if (isPreserved || cover.covers({ ...record, subject: record.subject?.value ?? null, verdict })) return 'legal-hold';
  return verdict !== null && facts.open.has(verdict) ? 'open-case' : undefined;
}

async function evidenceOf(
  db: Kysely<Tables>,
  names: readonly string[],
  going: readonly ScannedRecord[],
): Promise<EvidenceId[]> {
  const rows = await db
    .selectFrom('evidence')
    .select('id')
    .where('legal_hold', '=', false)
    .where((eb) => sealedWith(eb, names, going))
    .execute();
  return rows.map(({ id }) => id as EvidenceId);
}

async function closedCases(db: Kysely<Tables>, verdicts: readonly string[]): Promise<PagePlan['cases']> {
  if (verdicts.length === 0) return [];
  return db
    .selectFrom('cases')
    .select(['id', 'tenant'])
    .where('verdict', 'in', [...verdicts])
    .where('status', '<>', 'open')
    .where('kind', 'in', ['hold', 'feedback'])
    .execute();
}
