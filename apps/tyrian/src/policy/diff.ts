import { diffPolicies, type PolicyDiff } from '@tyrian/guard';
import { choosePolicy } from '../library/choose-policy.js';
import { printJson, table, write } from '../terminal/print.js';

export interface DiffFlags {
  readonly limit: number;
  readonly json?: boolean;
}

/** Prints what another policy would decide otherwise. */
export async function diff(before: string, after: string, flags: DiffFlags): Promise<void> {
  const [one, other] = [choosePolicy(before), choosePolicy(after)];
  const found = diffPolicies(one.policy, other.policy);
  const named = ({ policy: { id, version }, hash }: typeof one) => ({ id, version, hash });
  if (flags.json) return printJson({ before: named(one), after: named(other), ...found });
  await write(`${describe(found, flags.limit).join('\n')}\n`);
}

function describe({ rules, settings, outcomes, compared }: PolicyDiff, limit: number): string[] {
  const lines: string[] = [];
  const list = (name: string, items: readonly string[]) => {
    if (items.length > 0) lines.push(`${name}: ${items.join(', ')}`);
  };
  list('rules added', rules.added);
  list('rules removed', rules.removed);
  list(
    'rules changed',
    rules.changed.map(({ rule, fields }) => `${rule} (${fields.join(', ')})`),
  );
  for (const { name, before, after } of settings)
    lines.push(`${name}: ${JSON.stringify(before)} -> ${JSON.stringify(after)}`);
  if (outcomes.length === 0) return [...lines, `No outcome differs in ${compared} combinations.`];
  const rows = outcomes
    .slice(0, limit)
    .map(({ what, stages, audiences, scores, before, after }) => [
      short(what),
      stages.join(', '),
      audiences.join(', '),
      `${scores.from}..${scores.to}`,
      `${before} -> ${after}`,
    ]);
  lines.push('', table([['seen', 'stage', 'audience', 'score', 'decision'], ...rows]));
  if (outcomes.length > limit) lines.push(`and ${outcomes.length - limit} more; see --limit or --json`);
  return lines;
}

/** So many names stand in one cell. */
const NAMES_MAX = 4;

function short(names: readonly string[]): string {
  const more = names.length - NAMES_MAX;
  return `${names.slice(0, NAMES_MAX).join('; ')}${more > 0 ? `; and ${more} more` : ''}`;
}
