import { type CoverageGap, HAZARDS, type Reason, type Signal, type Verdict } from '@tyrian/contracts';

const MARK: Record<Verdict['decision'], string> = {
  allow: 'allowed',
  repair: 'allowed after repair',
  hold: 'held for a person',
  refuse: 'refused',
};

const GAPS: Record<CoverageGap, string> = {
  language: 'does not know this language',
  modality: 'does not know this modality',
  axis: 'does not know this axis',
  hazard: 'sees harm that it has no name for',
  off: 'is switched off',
  unasked: 'was not asked',
  down: 'is optional and could not answer',
};
/** Less sure than this a signal is for the record (`--json` has them all). */
const WORTH_A_LINE = 0.3;

/** A verdict for people: what was decided, by which rules, by which words, and what nobody looked at. */
export function describeVerdict(verdict: Verdict, text: string): string {
  const lines = [
    `${MARK[verdict.decision]}  (policy ${verdict.policy.id} ${verdict.policy.version}, audience ${verdict.audience})`,
  ];
  for (const reason of verdict.reasons) lines.push(`  ${describeReason(reason)}`);
  const { level, ...axes } = verdict.maturity;
  const rated = Object.entries(axes)
    .filter(([, degree]) => degree > 0)
    .map(([axis, degree]) => `${axis} ${degree}`);
  lines.push(`  maturity: ${level}${rated.length > 0 ? ` (${rated.join(', ')})` : ''}`);
  const decisive = new Set(verdict.reasons.flatMap(({ signals }) => signals));
  verdict.signals.forEach((signal, at) => {
    if (signal.score >= WORTH_A_LINE || decisive.has(at)) lines.push(`  saw ${describeSignal(signal, text)}`);
  });
  for (const entry of verdict.coverage) {
    if (entry.status === 'not-covered') lines.push(`  not covered: ${entry.detector} ${GAPS[entry.gap]}`);
    if (entry.status === 'failed') lines.push(`  failed: ${entry.detector} (${entry.code})`);
  }
  return lines.join('\n');
}

function describeReason({ rule, decision, subject, locked, enforced }: Reason): string {
  const about = subject
    ? ` for ${subject}${subject in HAZARDS ? ` ${HAZARDS[subject as keyof typeof HAZARDS]}` : ''}`
    : '';
  return `rule ${rule}: ${decision}${about}${locked ? ', locked' : ''}${enforced ? '' : ', not enforced'}`;
}

function describeSignal(signal: Signal, text: string): string {
  const words = signal.spans.map(([start, end]) => JSON.stringify(text.slice(start, end))).join(' + ');
  const degree = signal.kind === 'maturity' ? ` ${signal.degree}` : '';
  const via = signal.via.filter((view) => view !== 'raw');
  return `${signal.kind} ${signal.name}${degree} at ${signal.score.toFixed(2)}: ${words}${via.length > 0 ? ` through ${via.join(', ')}` : ''} (${signal.detector})`;
}
