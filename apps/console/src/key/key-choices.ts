import type { Answer } from '../api/ask';

export type Key = Answer<'key.list'>[number];

/** Who the users of a key are, as somebody chooses by it. */
export const AUDIENCES: Record<Key['audience'], string> = {
  unknown: 'unknown: counts as teens',
  child: 'children',
  teen: 'teens',
  adult: 'adults',
};

export const REFUSALS: Record<Key['refusal'], string> = {
  error: 'an error, as a vendor gives one',
  message: 'a message of the assistant',
};

const HOUR = 3_600_000;
/** How long an old secret may still count, in milliseconds. */
export const OVERLAPS: readonly (readonly [number, string])[] = [
  [0, 'not at all'],
  [HOUR, 'one hour'],
  [24 * HOUR, 'one day'],
  [7 * 24 * HOUR, 'seven days'],
];

const LIMITS: Record<keyof Key['budget'], string> = {
  requestsPerMinute: 'requests a minute',
  requestsPerDay: 'requests a day',
  charactersPerDay: 'characters a day',
  streams: 'streams at a time',
};

/** A budget in words; without limits it has none. */
export function budgetOf({ budget }: Key): string {
  const limits = (Object.keys(LIMITS) as (keyof Key['budget'])[]).flatMap((limit) => {
    const most = budget[limit];
    return most === undefined ? [] : [`${most.toLocaleString()} ${LIMITS[limit]}`];
  });
  return limits.join(', ') || 'none';
}
