import {
  type Commit,
  type Content,
  type Decision,
  type GenerationRecord,
  mostSevere,
  type Signal,
  type Verdict,
} from '@tyrian/contracts';
import { NOTHING_TO_RESTORE, type Restorations, restorationsOf } from '@tyrian/guard';
import { withFloor } from '../conduct/floor.js';
import type { DoorPorts } from '../door-ports.js';
import type { Reading } from '../fields/reading.js';
import { tellVerdict } from '../telemetry/tell-verdict.js';
import { verdictEvents } from './events.js';
import { sealRefused } from './evidence.js';
import { askerOf, type Exchange } from './exchange.js';
import { generationRecord } from './record.js';
import { type Repaired, repairAndCheck } from './repair-and-check.js';
import { caseFacts, settleHold } from './settle.js';

export interface Judged {
  /** With the decision that holds after releases, caps and repairs. */
  readonly verdict: Verdict;
  /** What the verdict is about. */
  readonly reading: Reading;
  readonly choice: number | null;
  /** What was taken out of a prompt and belongs back into its answer. It stays in the request. */
  readonly restorations: Restorations;
  /** What must be durable before the answer leaves. */
  readonly commit: Required<Commit>;
}

export interface JudgeOptions {
  readonly stage: 'input' | 'output';
  readonly choice?: number;
  readonly prompt?: readonly Content[];
  readonly before?: readonly Signal[];
  /** Placeholders of the prompt. */
  readonly reserved?: readonly string[];
  readonly withheld?: ReadonlySet<string>;
  /** The output is what was asked about, not an answer to it. */
  readonly isAsked?: boolean;
  /** Writes what a verdict repairs, and checks what is left. Absent: into the document that was read. */
  readonly repair?: RepairAndCheck;
  /** A milder decision becomes this one: what a part of a stream said. */
  readonly atLeast?: Decision;
  /** What a client asked to have refused beyond what the policy says. */
  readonly tighten?: Tighten | undefined;
  /** False: who judges it more than once counts it towards the budget of its key. */
  readonly isCounted?: boolean;
  /** False: what was seen counts against nobody, since somebody else said it. */
  readonly isStruck?: boolean;
  /** How a streamed answer left. */
  readonly streamed?: GenerationRecord['streamed'];
}

/** Whether what was seen is to be refused, whatever the policy says of it. */
export type Tighten = (seen: Verdict, reading: Reading) => boolean;

type Check = (contents: readonly Content[]) => Promise<Verdict>;
export type RepairAndCheck = (reading: Reading, seen: Verdict, check: Check) => Promise<Repaired>;

const NO_COMMIT: Required<Commit> = { records: [], evidence: [], events: [], strikes: [] };

/**
 * Has the guard check what was read, writes repairs into the document, and says what must be recorded. A client that goes
 * away does not stop a check: what is half checked counts as failed, and an innocent prompt would be sealed as refused.
 */
export async function judge(
  ports: DoorPorts,
  exchange: Exchange,
  reading: Reading,
  options: JudgeOptions,
): Promise<Judged> {
  const { stage, choice = null, withheld, before = [], reserved = [], repair = repairAndCheck } = options;
  const { guard, audience, account, id } = exchange;
  const check = (contents: readonly Content[]): Promise<Verdict> =>
    guard.check(
      {
        id,
        stage,
        audience,
        contents: [...contents],
        ...(stage === 'output' && options.prompt && { earlier: [...options.prompt] }),
        ...(account !== undefined && { account }),
      },
      { before, reserved, strict: exchange.admission.isStrict },
    );
  if (options.isCounted ?? true) ports.budgets?.add(exchange.principal, reading);
  const checked = await check(reading.contents);
  const seen = stage === 'input' || options.isAsked ? withFloor(checked, exchange.admission) : checked;
  // What was held was this content in its place: an answer is released together with its prompt.
  const settled = await settleHold(ports, exchange, seen, [...(options.prompt ?? []), ...reading.contents]);
  const atLeast = options.tighten?.(seen, reading) ? 'refuse' : (options.atLeast ?? 'allow');
  const decision = mostSevere(settled.decision, atLeast);
  const { verdict, judged, repaired } =
    decision === 'repair'
      ? await repair(reading, seen, check)
      : { verdict: withDecision(seen, decision), judged: checked.decision, repaired: undefined };

  tellVerdict(exchange.watch, verdict);
  const now = ports.clock.now();
  const record = generationRecord(ports, exchange, {
    verdict,
    judged,
    before: before?.length ?? 0,
    choice,
    contents: reading.contents,
    characters: reading.characters,
    withheld: withheld ? [...withheld] : [],
    streamed: options.streamed,
  });
  if (isPassed(verdict)) {
    const restorations = stage === 'input' ? restorationsIn(reading, verdict) : NOTHING_TO_RESTORE;
    return { verdict, reading, choice, restorations, commit: { ...NO_COMMIT, records: [record] } };
  }

  const prompt = options.prompt ?? reading.contents;
  const evidence = sealRefused(
    ports,
    exchange,
    verdict,
    prompt,
    stage === 'output' ? reading.contents : undefined,
    now,
    repaired?.contents,
  );
  const events = verdictEvents(exchange, verdict, {
    evidence: evidence.id,
    fingerprint: settled.fingerprint ?? '',
    facts:
      verdict.decision === 'hold' ? caseFacts(ports, exchange, [...(options.prompt ?? []), ...reading.contents]) : {},
    now,
    tellsRefusals: ports.tellsRefusals ?? false,
  });
  const isStruck = options.isStruck ?? true;
  const struck = (isStruck && ports.conduct?.strikesOf(verdict, askerOf(exchange), prompt)) || NO_COMMIT;
  return {
    verdict,
    reading: repaired ?? reading,
    choice,
    restorations: NOTHING_TO_RESTORE,
    commit: {
      records: [record],
      evidence: [evidence],
      events: [...events, ...struck.events],
      strikes: struck.strikes,
    },
  };
}

function restorationsIn({ contents }: Reading, { decision, repairs }: Verdict): Restorations {
  if (decision !== 'repair') return NOTHING_TO_RESTORE;
  const texts = contents.flatMap((one): [string, string][] => (one.modality === 'text' ? [[one.place, one.text]] : []));
  return restorationsOf(repairs, new Map(texts));
}

function withDecision(verdict: Verdict, decision: Decision): Verdict {
  return decision === verdict.decision ? verdict : { ...verdict, decision };
}

export function isPassed(verdict: Verdict): boolean {
  return verdict.decision === 'allow' || verdict.decision === 'repair';
}

/** Several commits as one, so that all become durable together. */
export function mergeCommits(commits: readonly Required<Commit>[]): Required<Commit> {
  return {
    records: commits.flatMap((commit) => commit.records),
    evidence: commits.flatMap((commit) => commit.evidence),
    events: commits.flatMap((commit) => commit.events),
    strikes: commits.flatMap((commit) => commit.strikes),
  };
}
