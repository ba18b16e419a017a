import { type Decision, GenerationRecord, type Reason, type VerdictId } from '@tyrian/contracts';
import type { LoadedPolicy } from '../guard.js';
import type { Evidence } from '../policy/evidence.js';
import { type Share, shareOf } from '../statistics/share-of.js';
import { RecentGenerations } from './recent-generations.js';
import { createReplay, type Replayed } from './replay.js';

/** What a report is made of, one at a time, oldest first. */
export interface ReplayableRecord {
  readonly subject: { readonly value: string } | null;
  /** JSON of a `GenerationRecord`; null once erased. */
  readonly payload: string | null;
}

/** Records whose decision would go from one to another. */
export interface DecisionChange {
  readonly from: Decision;
  readonly to: Decision;
  readonly share: Share;
  /** The first few. */
  readonly examples: readonly VerdictId[];
}

export interface ChangeCount {
  readonly name: string;
  readonly count: number;
  readonly examples: readonly VerdictId[];
}

/** What another policy would have decided. */
export interface ReplayReport {
  readonly policy: { readonly id: string; readonly version: string; readonly hash: string; readonly mode: string };
  readonly records: number;
  readonly changed: Share;
  readonly generations: Share;
  /** By pseudonym; only those of generations that had an account. */
  readonly accounts: Share;
  readonly changes: readonly DecisionChange[];
  /** The rules that decide what changes: those that fire now, or those that no longer do. */
  readonly byRule: readonly ChangeCount[];
  readonly byHazard: readonly ChangeCount[];
  /** Verdicts that would change, oldest first. */
  readonly verdicts: readonly VerdictId[];
  readonly verdictsLeftOut: number;
  readonly unreadable: number;
  /** Replayed, but not exactly. */
  readonly inexact: { readonly truncated: number; readonly promptMissing: number };
  /** True where there were too many accounts to count them all. */
  readonly accountsCapped: boolean;
}

export interface ReplayReporter {
  add(record: ReplayableRecord): void;
  report(): ReplayReport;
}

const EXAMPLES = 5;
const VERDICTS = 100_000;
const ACCOUNTS = 500_000;

/** Replays records by a policy and counts what would change, in bounded memory. */
export function createReplayReporter(policy: LoadedPolicy, looksFor?: Evidence['looksFor']): ReplayReporter {
  const replay = createReplay(policy, looksFor);
  const recent = new RecentGenerations();
  const changes = new Map<string, Tally>();
  const rules = new Map<string, Tally>();
  const hazards = new Map<string, Tally>();
  const accounts = { seen: new Set<string>(), changed: new Set<string>() };
  const verdicts: VerdictId[] = [];
  const counts = { records: 0, changed: 0, unreadable: 0, truncated: 0, promptMissing: 0 };

  function note(record: GenerationRecord, replayed: Replayed, account: string | undefined): void {
    counts.changed++;
    if (verdicts.length < VERDICTS) verdicts.push(record.verdict);
    if (account !== undefined && accounts.seen.has(account)) accounts.changed.add(account);
    tally(changes, `${record.decision} ${replayed.outcome}`, record.verdict);
    const deciding = decidingReasons(record, replayed);
    for (const rule of new Set(deciding.map(({ rule }) => rule))) tally(rules, rule, record.verdict);
    for (const subject of new Set(deciding.flatMap(({ subject = [] }) => subject)))
      tally(hazards, subject, record.verdict);
  }

  return {
    add({ subject, payload }) {
      const record = payload === null ? undefined : parseRecord(payload);
      if (!record) {
        counts.unreadable++;
        return;
      }
      counts.records++;
      const generation = recent.see(record);
      const replayed = replay(record, record.stage === 'output' ? generation.prompt : undefined);
      if (replayed.doubts.includes('truncated')) counts.truncated++;
      if (replayed.doubts.includes('prompt-missing')) counts.promptMissing++;
      const account = subject?.value;
      if (account !== undefined && accounts.seen.size < ACCOUNTS) accounts.seen.add(account);
      if (replayed.outcome === record.decision) return;
      recent.markChanged(generation);
      note(record, replayed, account);
    },

    report() {
      const { id, version, mode } = policy.policy;
      const { records, changed, unreadable, truncated, promptMissing } = counts;
      return {
        policy: { id, version, hash: policy.hash, mode },
        records,
        changed: shareOf(changed, records),
        generations: shareOf(recent.changed, recent.count),
        accounts: shareOf(accounts.changed.size, accounts.seen.size),
        changes: listed(changes).map(({ name, count, examples }) => {
          const [from, to] = name.split(' ') as [Decision, Decision];
          return { from, to, share: shareOf(count, records), examples };
        }),
        byRule: listed(rules),
        byHazard: listed(hazards),
        verdicts,
        verdictsLeftOut: changed - verdicts.length,
        unreadable,
        inexact: { truncated, promptMissing },
        accountsCapped: accounts.seen.size >= ACCOUNTS,
      };
    },
  };
}

interface Tally {
  count: number;
  readonly examples: VerdictId[];
}

function tally(into: Map<string, Tally>, name: string, verdict: VerdictId): void {
  const found = into.get(name) ?? { count: 0, examples: [] };
  found.count++;
  if (found.examples.length < EXAMPLES) found.examples.push(verdict);
  into.set(name, found);
}

function listed(tallies: ReadonlyMap<string, Tally>): ChangeCount[] {
  return [...tallies]
    .map(([name, one]) => ({ name, ...one }))
    .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
}

/** Where the policy is milder than what was decided, the rules that decided then; else those that decide now. */
function decidingReasons(record: GenerationRecord, { outcome, reasons }: Replayed): readonly Reason[] {
  const now = reasons.filter(({ enforced, decision }) => enforced && decision === outcome && outcome !== 'allow');
  return now.length > 0 ? now : record.reasons.filter(({ enforced, decision }) => enforced && decision !== 'allow');
}

function parseRecord(payload: string): GenerationRecord | undefined {
  try {
    return GenerationRecord.parse(JSON.parse(payload));
  } catch {
    return undefined;
  }
}
