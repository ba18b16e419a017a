import type { ErasedPage, People, RecordId, ScannedRecord, Spared } from '@tyrian/contracts';
import type { Transaction } from 'kysely';
import type { Note } from '../chain/chain-writer.js';
import type { Tables } from '../database/tables.js';
import { type Cover, verdictIn } from '../legal/cover.js';
import { eraseIn } from '../records/erase.js';
import { scannedFromRow } from '../records/rows.js';
import { deleteCases } from '../retention/expire-cases.js';
import { personRecords } from './person-records.js';

type Page = Parameters<People['erasePage']>[0];

/** A record goes with its evidence and its case in one transaction, so that a kill leaves nothing half erased. */
export async function erasePageIn(
  trx: Transaction<Tables>,
  note: Note,
  { why, mustStay, ...page }: Page,
  { cover, at }: { readonly cover: Cover; readonly at: number },
): Promise<ErasedPage> {
  const found = (await personRecords(trx, page).execute()).map(scannedFromRow);
  const verdicts = [...new Set(found.flatMap(({ payload }) => verdictIn(payload) ?? []))];
  const facts = await factsOf(trx, verdicts);
  const spared: Record<Spared, number> = { 'legal-hold': 0, 'open-case': 0, 'legal-duty': 0 };
  const going: ScannedRecord[] = [];
  for (const record of found) {
    const ground = groundToStay(record, { cover, facts, mustStay });
    if (ground) spared[ground]++;
    else going.push(record);
  }
  const [own, about] = [goingVerdicts(going, true), goingVerdicts(going, false)];
  const evidence = await deleteEvidence(trx, page.names.names, own, about);
  const cases = await closedCases(trx, own);
  if (cases.length > 0) await deleteCases(trx, note, cases, at);
  const records = await eraseIn(trx, note, { ids: going.map(({ id }) => id), why, at });
  const next = found.length < page.limit ? null : ((found.at(-1)?.id ?? null) as RecordId | null);
  return { records, evidence, cases: cases.length, spared, next };
}

interface Facts {
  readonly open: ReadonlySet<string>;
  /** Verdicts whose evidence a law or an authority wants kept. */
  readonly preserved: ReadonlySet<string>;
}

async function factsOf(trx: Transaction<Tables>, verdicts: readonly string[]): Promise<Facts> {
  if (verdicts.length === 0) return { open: new Set(), preserved: new Set() };
  const inThem = [...verdicts];
  const open = await trx
    .selectFrom('cases')
    .select('verdict')
    .where('verdict', 'in', inThem)
    .where('status', '=', 'open')
    .execute();
  const preserved = await trx
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

function groundToStay(
  record: ScannedRecord,
  { cover, facts, mustStay }: { cover: Cover; facts: Facts; mustStay: Page['mustStay'] },
): Spared | undefined {
  const verdict = verdictIn(record.payload);
  if (mustStay(record)) return 'legal-duty';
  const isPreserved = verdict !== null && facts.preserved.has(verdict);
  if (isPreserved || cover.covers({ ...record, subject: record.subject?.value ?? null, verdict })) return 'legal-hold';
  return verdict !== null && facts.open.has(verdict) ? 'open-case' : undefined;
}

/** Verdicts on what the person did themselves, or on which they had an opinion. */
function goingVerdicts(going: readonly ScannedRecord[], isOwn: boolean): string[] {
  return going.flatMap(({ type, payload }) =>
    type.startsWith('generation.') === isOwn ? (verdictIn(payload) ?? []) : [],
  );
}

async function deleteEvidence(
  trx: Transaction<Tables>,
  names: readonly string[],
  own: readonly string[],
  about: readonly string[],
): Promise<number> {
  const verdicts = [...own, ...about];
  if (verdicts.length === 0) return 0;
  const gone = await trx
    .deleteFrom('evidence')
    .where('verdict', 'in', verdicts)
    .where('legal_hold', '=', false)
    .where((eb) =>
      eb.or([
        eb('subject', 'in', [...names]),
        // Sealed before it said whose it is: then it is of whoever was judged.
        ...(own.length > 0 ? [eb.and([eb('subject', 'is', null), eb('verdict', 'in', [...own])])] : []),
      ]),
    )
    .returning('id')
    .execute();
  return gone.length;
}

async function closedCases(trx: Transaction<Tables>, verdicts: readonly string[]) {
  if (verdicts.length === 0) return [];
  return trx
    .selectFrom('cases')
    .select(['id', 'tenant'])
    .where('verdict', 'in', [...verdicts])
    .where('status', '<>', 'open')
    .where('kind', '=', 'hold')
    .execute();
}
