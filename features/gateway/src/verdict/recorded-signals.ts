import { DECISIONS, type Reason, type RecordedSignal, type Signal, type Span, type Verdict } from '@tyrian/contracts';

/** Storage takes 256 KiB a record; these leave room for everything else in it. */
const MAX_SIGNALS = 200;
const MAX_REASONS = 200;
const MAX_SPANS = 8;
const MAX_LIKE = 16;
const MAX_REASON_SIGNALS = 16;
const MAX_CHARACTERS = 96 * 1024;

export interface RecordedEvidence {
  readonly signals: readonly RecordedSignal[];
  /** With their signals as indexes into the list above. */
  readonly reasons: readonly Reason[];
  /** Of the verdict, as far as they belong into its record. */
  readonly count: number;
  readonly truncated: boolean;
}

interface Group {
  readonly signal: Signal;
  readonly like: [score: number, spans: Span[]][];
  count: number;
  score: number;
  isNamed: boolean;
}

/** The signals of a verdict, however many, as few as a record can hold: like ones become one, the weakest fall away. */
export function recordedEvidence({ stage, signals, reasons: all }: Verdict): RecordedEvidence {
  const reasons = gravest(all);
  const named = new Set<number>();
  for (const reason of reasons) for (const index of reason.signals) named.add(index);

  const groups = new Map<string, Group>();
  const groupOf = new Map<number, Group>();
  let count = 0;
  let truncated = reasons.length < all.length;
  for (const [index, signal] of signals.entries()) {
    // What was seen in the prompt is in the record of the prompt.
    if (signal.stage !== stage && !named.has(index)) continue;
    count++;
    const key = keyOf(signal);
    const group = groups.get(key) ?? { signal, like: [], count: 0, score: 0, isNamed: false };
    group.count++;
    group.score = Math.max(group.score, signal.score);
    group.isNamed ||= named.has(index);
    if (group.like.length < MAX_LIKE) group.like.push([signal.score, signal.spans.slice(0, MAX_SPANS)]);
    truncated ||= group.count > MAX_LIKE || signal.spans.length > MAX_SPANS;
    groups.set(key, group);
    groupOf.set(index, group);
  }

  const kept = keep([...groups.values()]);
  truncated ||= kept.length < groups.size;
  const position = new Map(kept.map((group, at) => [group, at]));
  const remapped = reasons.map((reason) => {
    const indexes = new Set<number>();
    for (const index of reason.signals) {
      const group = groupOf.get(index);
      const at = group && position.get(group);
      if (at !== undefined) indexes.add(at);
      if (indexes.size < MAX_REASON_SIGNALS) continue;
      truncated ||= reason.signals.length > MAX_REASON_SIGNALS;
      break;
    }
    return { ...reason, signals: [...indexes] };
  });
  return { signals: kept.map(toRecorded), reasons: remapped, count, truncated };
}

/** Those that decided, where there are too many. */
function gravest(reasons: readonly Reason[]): readonly Reason[] {
  if (reasons.length <= MAX_REASONS) return reasons;
  const rank = ({ enforced, decision }: Reason) => (enforced ? DECISIONS.length : 0) + DECISIONS.indexOf(decision);
  return [...reasons].sort((a, b) => rank(b) - rank(a)).slice(0, MAX_REASONS);
}

function keyOf(signal: Signal): string {
  const { kind, name, place, stage, detector, rule = '', allowed = '', muted = '' } = signal;
  return `${detector}\n${rule}\n${kind}\n${name}\n${signal.kind === 'maturity' ? signal.degree : ''}\n${stage}\n${allowed}\n${muted}\n${place}`;
}

/** Those that a rule named, then those with the highest scores, as far as there is room. */
function keep(groups: readonly Group[]): Group[] {
  const sorted = [...groups].sort((a, b) => Number(b.isNamed) - Number(a.isNamed) || b.score - a.score);
  const kept: Group[] = [];
  let characters = 0;
  for (const group of sorted) {
    characters += JSON.stringify(toRecorded(group)).length;
    if (kept.length === MAX_SIGNALS || characters > MAX_CHARACTERS) break;
    kept.push(group);
  }
  return kept;
}

function toRecorded({ signal, like, count, score }: Group): RecordedSignal {
  return { ...signal, score, spans: signal.spans.slice(0, MAX_SPANS), ...(count > 1 && { count, like }) };
}
