import type { Coverage, Decision, GenerationRecord, Reason, RecordedSignal, Role, Signal } from '@tyrian/contracts';
import type { LoadedPolicy } from '../guard.js';
import { compilePolicy } from '../policy/evaluate.js';
import type { Evidence } from '../policy/evidence.js';

/** Why a replay may differ from what the policy would have said then. */
export type ReplayDoubt = 'truncated' | 'prompt-missing';

export interface Replayed {
  /** What the policy says of what was seen. */
  readonly decision: Decision;
  /** What would have become of it: where the policy says what was said then, a release or a cap has its say too. */
  readonly outcome: Decision;
  readonly reasons: readonly Reason[];
  /** Nothing where the replay is exact. */
  readonly doubts: readonly ReplayDoubt[];
}

/** The signals of the stage before, as the record of that stage has them. */
export type PromptRecord = Pick<GenerationRecord, 'signals' | 'truncated'>;

export type Replay = (record: GenerationRecord, prompt?: PromptRecord) => Replayed;

/**
 * Judges recorded signals by another policy. Pure; it needs no text. Give the record of the input with that of an output:
 * a policy may look at both. `looksFor` says what the detectors look for (`lookingFor`), for rules about what nobody could see.
 *
 * @example
 * const replay = createReplay(loadPolicy(yaml, 'stricter.yaml', shipped));
 * replay(outputRecord, inputRecord).outcome; // 'refuse'
 */
export function createReplay({ policy }: LoadedPolicy, looksFor?: Evidence['looksFor']): Replay {
  const judge = compilePolicy(policy);
  return (record, prompt) => {
    const fresh = record.signals.filter(({ stage }) => stage === record.stage).flatMap(eachOf);
    const { before, doubts } = signalsBefore(record, prompt);
    const { coverage, roleOf } = coverageOf(record);
    const { decision, reasons } = judge(
      {
        signals: before.length === 0 ? fresh : [...fresh, ...before],
        coverage,
        fresh: fresh.length,
        roleOf,
        ...(looksFor && { looksFor }),
      },
      {
        stage: record.stage,
        audience: record.audience,
        inCanary: record.bucket !== undefined && record.bucket < policy.canaryPercent,
        strict: record.strict ?? false,
      },
    );
    const judged = record.judged ?? record.decision;
    return { decision, outcome: decision === judged ? record.decision : decision, reasons, doubts };
  };
}

function signalsBefore(
  record: GenerationRecord,
  prompt: PromptRecord | undefined,
): { readonly before: readonly Signal[]; readonly doubts: readonly ReplayDoubt[] } {
  const named = record.signals.filter(({ stage }) => stage !== record.stage).flatMap(eachOf);
  const wanted = record.before ?? 0;
  const fromPrompt = wanted > named.length && prompt ? prompt.signals.flatMap(eachOf) : [];
  const before = fromPrompt.length > named.length ? fromPrompt : named;
  const doubts: ReplayDoubt[] = [];
  if (record.truncated || (before === fromPrompt && prompt?.truncated)) doubts.push('truncated');
  else if (before.length < wanted) doubts.push('prompt-missing');
  return { before, doubts };
}

/** The signals that are recorded as one. */
function eachOf({ count, like, ...signal }: RecordedSignal): Signal[] {
  return count && like ? like.map(([score, spans]) => ({ ...signal, score, spans })) : [signal];
}

/** Coverage with a place for each role, since that is all of a place that a policy asks for. */
function coverageOf({ coverage: groups }: GenerationRecord) {
  const roles = new Map<string, Role>();
  const coverage: Coverage[] = [];
  for (const { detector, status, detail = '', languages, roles: whose } of groups) {
    if (status === 'scanned') continue;
    if (status === 'failed') {
      coverage.push({ status, detector, place: '', code: detail });
      continue;
    }
    for (const role of whose ?? [undefined]) {
      const place = role ?? '';
      if (role) roles.set(place, role);
      const gap = detail as Extract<Coverage, { status: 'not-covered' }>['gap'];
      coverage.push({ status, detector, place, gap, ...(languages && { languages }) });
    }
  }
  return { coverage, roleOf: (place: string) => roles.get(place) };
}
