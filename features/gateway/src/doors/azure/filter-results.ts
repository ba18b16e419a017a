import type { MaturityAxis, Verdict } from '@tyrian/contracts';
import { type Category, hazardsOf } from '../../moderations/categories.js';
import { isUnexplained } from '../../refusal/explain.js';

/** By degree of maturity. */
const SEVERITIES = ['safe', 'low', 'medium', 'high', 'high'] as const;
/** What a rule acted on is at least this. */
const ACTED_ON = 2;
const ELSEWHERE = { custom_blocklists: { filtered: true, details: [] } };

const AZURE_CATEGORIES: readonly (readonly [name: string, axis: MaturityAxis, category: Category])[] = [
  ['hate', 'hate', 'hate'],
  ['self_harm', 'self-harm', 'self-harm'],
  ['sexual', 'sexual', 'sexual'],
  ['violence', 'violence', 'violence'],
];

/**
 * A verdict as Azure annotates it: a severity for each of its four categories, and whether it was filtered for it. What
 * was refused for something else stands under `custom_blocklists`; where the grounds may not be told, only that does.
 */
export function filterResults(verdict: Verdict): object {
  if (isUnexplained(verdict)) return ELSEWHERE;
  const acted = verdict.reasons.filter(({ enforced, decision }) => enforced && decision !== 'allow');
  const grave = acted.filter(({ decision }) => decision === 'refuse' || decision === 'hold');
  const results = AZURE_CATEGORIES.map(([name, axis, category]) => {
    const level = Math.max(verdict.maturity[axis], acted.some(isAbout(category)) ? ACTED_ON : 0);
    return [name, { filtered: grave.some(isAbout(category)), severity: SEVERITIES[level] ?? 'high' }] as const;
  });
  const isNamed = grave.length === 0 || results.some(([, { filtered }]) => filtered);
  return { ...Object.fromEntries(results), ...(!isNamed && ELSEWHERE) };
}

function isAbout(category: Category): (reason: Verdict['reasons'][number]) => boolean {
  const hazards: readonly string[] = hazardsOf(category);
  return ({ subject }) => subject !== undefined && hazards.includes(subject);
}
