import {
  type Case,
  type CaseDecision,
  type CaseEvent,
  type Cases,
  CLOCKED_KINDS,
  DECISIONS_OF,
  GenerationRecord,
  type Records,
  type ScannedRecord,
  type Scope,
} from '@tyrian/contracts';

/** More of one cluster are not counted. */
export const CLUSTER_MAX = 500;

/** A case as whoever decides it sees it: what was done with it, how many are alike, and what the guard made of it. */
export interface ShownCase {
  readonly case: Case;
  /** Oldest first. */
  readonly events: readonly CaseEvent[];
  /** Open cases with the same text, this one among them. */
  readonly cluster: { readonly size: number; readonly isMore: boolean };
  readonly decisions: readonly CaseDecision[];
  /** The records of its generation, input before output; fewer where they were erased. */
  readonly records: readonly ScannedRecord[];
}

export async function showCase(
  { cases, records }: { readonly cases: Cases; readonly records: Pick<Records, 'findVerdict' | 'findGeneration'> },
  found: Case,
  scope: Scope,
): Promise<ShownCase> {
  const [events, size, generation] = await Promise.all([
    cases.events(found.id),
    cases.clusterSize(found, scope, CLUSTER_MAX + 1),
    generationOf(records, found),
  ]);
  return {
    case: found,
    events,
    cluster: { size: Math.min(size, CLUSTER_MAX), isMore: size > CLUSTER_MAX },
    // A notice and an appeal have an outcome of their own.
    decisions: CLOCKED_KINDS.has(found.kind) ? [] : DECISIONS_OF[found.kind],
    records: generation,
  };
}

/** Of a prompt that went no further there is one record; of an answer also that of its prompt. */
async function generationOf(
  records: Pick<Records, 'findVerdict' | 'findGeneration'>,
  { tenant, verdict }: Case,
): Promise<readonly ScannedRecord[]> {
  const own = await records.findVerdict(tenant, verdict);
  if (!own || own.payload === null) return [];
  const said = GenerationRecord.pick({ generation: true, stage: true, decision: true }).parse(JSON.parse(own.payload));
  if (said.stage === 'input' && (said.decision === 'hold' || said.decision === 'refuse')) return [own];
  const found = await records.findGeneration(tenant, said.generation);
  return found.some(({ id }) => id === own.id) ? found : [...found, own];
}
