import type { KeyBudget } from '@tyrian/contracts';
import type { UsageWindow, WindowName } from './window.js';

/** One limit of a key and what is left of it. */
export interface Allowance {
  readonly of: 'requests' | 'characters';
  readonly limit: number;
  readonly remaining: number;
  /** Seconds until the whole of it is there again. */
  readonly resetSeconds: number;
}

/** How a key stands: of requests and of characters the limit that is nearest. */
export interface BudgetStanding {
  readonly allowances: readonly Allowance[];
  /** What is used up, in words, and in how many seconds it is there again. */
  readonly exceeded?: { readonly limit: string; readonly retryAfter: number } | undefined;
}

type Limits = readonly (readonly [keyof KeyBudget, Allowance['of'], WindowName, string])[];

const LIMITS: Limits = [
  ['requestsPerMinute', 'requests', 'minute', 'requests per minute'],
  ['requestsPerDay', 'requests', 'day', 'requests per day'],
  ['charactersPerDay', 'characters', 'day', 'characters per day'],
];

export function standingOf(
  budget: KeyBudget,
  windows: Readonly<Record<WindowName, UsageWindow>>,
  now: number,
): BudgetStanding {
  const nearest = new Map<Allowance['of'], Allowance>();
  let exceeded: BudgetStanding['exceeded'];
  for (const [name, of, window, words] of LIMITS) {
    const limit = budget[name];
    if (limit === undefined) continue;
    const { endsAt } = windows[window];
    const remaining = Math.max(0, limit - windows[window].used(of));
    const resetSeconds = Math.max(1, Math.ceil((endsAt - now) / 1000));
    if (remaining <= (nearest.get(of)?.remaining ?? Number.POSITIVE_INFINITY))
      nearest.set(of, { of, limit, remaining, resetSeconds });
    // The one that takes longest: before it is over there is nothing to be had.
    if (remaining === 0 && resetSeconds > (exceeded?.retryAfter ?? 0))
      exceeded = { limit: words, retryAfter: resetSeconds };
  }
  return { allowances: [...nearest.values()], exceeded };
}
