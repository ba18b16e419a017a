import type { Reason, Verdict } from '@tyrian/contracts';

/** What a strike weighs by what it is about; 1 for all else. */
const WEIGHTS: Readonly<Record<string, number>> = { S4: 8, S9: 3, S3: 3, S1: 2, S10: 2 };
const CHILD_SAFETY = 'S4';

/**
 * About harming oneself, asking for advice, or letting slip something of one's own or of others: nothing of it is
 * misconduct.
 */
const NEVER: ReadonlySet<string> = new Set(['S11', 'self-harm', 'S6', 'personal-data', 'secret', 'insecure-code']);
/** Where lessons, medicine and news are asked about, a refusal is more likely our mistake than an attack. */
const TAUGHT: ReadonlySet<string> = new Set(['S4', 'S12', 'sexual', 'drugs']);
const LESSONS: ReadonlySet<string> = new Set(['education', 'medicine', 'news']);
const ATTRIBUTE_FROM = 0.5;

export interface Weighed {
  readonly weight: number;
  /** About child safety: nothing that an account sees may depend on it. */
  readonly isSilent: boolean;
  readonly rule: string;
}

/**
 * What an enforced refusal or hold counts for; undefined where it is no strike. Whoever is offered help, or tells of what
 * was done to them, never gets one, whatever else was seen: a child must lose nothing by telling.
 */
export function weigh(verdict: Verdict): Weighed | undefined {
  if (verdict.decision !== 'refuse' && verdict.decision !== 'hold') return undefined;
  const enforced = verdict.reasons.filter((reason) => reason.enforced);
  if (enforced.some(isHelp) || has(verdict, (name) => name === 'disclosure')) return undefined;
  const isLesson = has(verdict, (name) => LESSONS.has(name));
  const counted = enforced.filter((reason) => isGrave(reason) && countsAgainst(reason, isLesson));
  const [gravest] = counted.sort((a, b) => weightOf(b) - weightOf(a));
  if (!gravest) return undefined;
  // Even beside something else: an account must not learn from its ladder what else was seen.
  const isSilent = counted.some(({ subject }) => subject === CHILD_SAFETY);
  return { weight: weightOf(gravest), isSilent, rule: gravest.rule };
}

function isHelp(reason: Reason): boolean {
  return reason.help || (isGrave(reason) && (reason.subject === 'S11' || reason.subject === 'self-harm'));
}

function isGrave({ decision }: Reason): boolean {
  return decision === 'refuse' || decision === 'hold';
}

/** A rule without a subject is about a failure or a lack of coverage, which is nobody's fault. */
function countsAgainst({ subject }: Reason, isLesson: boolean): boolean {
  return subject !== undefined && !NEVER.has(subject) && !(isLesson && TAUGHT.has(subject));
}

function weightOf({ subject }: Reason): number {
  return WEIGHTS[subject ?? ''] ?? 1;
}

function has({ signals }: Verdict, isNamed: (name: string) => boolean): boolean {
  return signals.some(
    ({ kind, name, role, stage, score }) =>
      kind === 'attribute' && role === 'user' && stage === 'input' && score >= ATTRIBUTE_FROM && isNamed(name),
  );
}
