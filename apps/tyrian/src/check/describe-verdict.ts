import { HAZARDS, type Reason, type Signal, type Verdict } from '@tyrian/contracts';

const MARK: Record<Verdict['decision'], string> = {
  allow: 'allowed',
  repair: 'allowed after repair',
  hold: 'held for a person',
  refuse: 'refused',
};

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
  for (const signal of verdict.signals) lines.push(`  saw ${describeSignal(signal, text)}`);
  for (const entry of verdict.coverage) {
    if (entry.status === 'not-covered')
      lines.push(
        `  not covered: ${entry.detector} ${entry.gap === 'off' ? 'is switched off' : `does not know this ${entry.gap}`}`,
      );
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
