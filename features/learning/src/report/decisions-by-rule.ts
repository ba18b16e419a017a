import { setImmediate as nextRound } from 'node:timers/promises';
import type { RecordScan, Records } from '@tyrian/contracts';
import { decidingRules, Judgement } from '../feedback/judgement.js';

/** A server answers requests in between. */
const AT_ONCE = 50;

interface Decider {
  readonly rule: string | null;
  readonly policy: { readonly id: string; readonly version: string };
}

export interface Decisions {
  /** How many verdicts a rule decided. */
  of(decider: Decider): number;
  readonly records: number;
  /** Records that were erased, or that this program cannot read. */
  readonly unreadable: number;
}

/** Counts what each rule decided, in constant memory. */
export async function decisionsByRule(
  records: Pick<Records, 'scan'>,
  scope: Omit<RecordScan, 'types'>,
  onProgress: (records: number) => void,
): Promise<Decisions> {
  const counts = new Map<string, number>();
  let seen = 0;
  let unreadable = 0;
  for await (const batch of records.scan({ ...scope, types: ['generation.input', 'generation.output'] })) {
    for (const { payload } of batch) {
      const judgement = payload === null ? undefined : readJudgement(payload);
      if (judgement) for (const key of keysOf(judgement)) counts.set(key, (counts.get(key) ?? 0) + 1);
      else unreadable++;
      if (++seen % AT_ONCE === 0) await nextRound();
    }
    onProgress(seen);
  }
  return { of: (decider) => counts.get(keyOf(decider)) ?? 0, records: seen, unreadable };
}

function keyOf({ rule, policy }: Decider): string {
  return JSON.stringify([policy.id, policy.version, rule]);
}

function keysOf(judgement: Judgement): string[] {
  const rules = decidingRules(judgement);
  const { policy } = judgement;
  return rules.length === 0 ? [keyOf({ rule: null, policy })] : rules.map((rule) => keyOf({ rule, policy }));
}

function readJudgement(payload: string): Judgement | undefined {
  try {
    return Judgement.parse(JSON.parse(payload));
  } catch {
    return undefined;
  }
}
