import type { CaseKind, CaseRoute, Hazard } from '@tyrian/contracts';
import { CHILD_SAFETY_QUEUE, GENERAL_QUEUE, type QueueSetting, type QueueSettings } from './queues.js';

const HOUR_MS = 3_600_000;

/** What a case is routed by. */
export interface Routed {
  readonly kind: CaseKind;
  readonly rules: readonly string[];
  readonly hazards: readonly Hazard[];
  readonly language: string | null;
  readonly isChildSafety: boolean;
  readonly openedAt: number;
}

/**
 * The queue of a case: the first row that asks for it. What is about child safety is never routed by a table, so that no
 * mistake in one can hide it.
 *
 * @example
 * routeOf({ kind: 'hold', rules: ['violence.hold'], hazards: ['S1'], ... }, DEFAULT_QUEUES).queue; // 'urgent'
 */
export function routeOf(routed: Routed, queues: QueueSettings): CaseRoute {
  if (routed.isChildSafety)
    return { queue: CHILD_SAFETY_QUEUE.name, priority: CHILD_SAFETY_QUEUE.priority, dueAt: null };
  const row = queues.find((one) => isAskedFor(one, routed));
  if (!row) return { queue: GENERAL_QUEUE.name, priority: GENERAL_QUEUE.priority, dueAt: null };
  const dueAt = row.dueHours === undefined ? null : routed.openedAt + Math.round(row.dueHours * HOUR_MS);
  return { queue: row.name, priority: row.priority, dueAt };
}

function isAskedFor(row: QueueSetting, { kind, rules, hazards, language }: Routed): boolean {
  return (
    (!row.kinds || row.kinds.includes(kind)) &&
    (!row.rules || row.rules.some((wanted) => rules.some((rule) => isRule(rule, wanted)))) &&
    (!row.hazards || row.hazards.some((wanted) => hazards.includes(wanted))) &&
    (!row.languages || (language !== null && row.languages.some((wanted) => isLanguage(language, wanted))))
  );
}

function isRule(rule: string, wanted: string): boolean {
  return wanted.endsWith('*') ? rule.startsWith(wanted.slice(0, -1)) : rule === wanted;
}

/** `pt` asks for `pt-BR` too. */
function isLanguage(language: string, wanted: string): boolean {
  const [spoken, asked] = [language.toLowerCase(), wanted.toLowerCase()];
  return spoken === asked || spoken.startsWith(`${asked}-`);
}
