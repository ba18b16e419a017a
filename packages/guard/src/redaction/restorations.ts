import type { Repair } from '@tyrian/contracts';
import { placeholderKey } from './placeholder.js';

/** What belongs in place of each placeholder of one generation. Personal: never recorded, logged or kept. */
export interface Restorations {
  /** By the key of the placeholder. */
  readonly values: ReadonlyMap<string, string>;
  /** As they were written into the prompt. */
  readonly placeholders: readonly string[];
}

export const NOTHING_TO_RESTORE: Restorations = { values: new Map(), placeholders: [] };

/**
 * Collects what the repairs of a prompt take out of its texts, by place.
 *
 * @example
 * const restorations = restorationsOf(verdict.repairs, new Map([['text', 'write to ann@example.org']]));
 */
export function restorationsOf(repairs: readonly Repair[], texts: ReadonlyMap<string, string>): Restorations {
  const values = new Map<string, string>();
  const placeholders: string[] = [];
  for (const { place, spans, replacement, restore } of repairs) {
    const key = restore && placeholderKey(replacement);
    const value = spans[0] && texts.get(place)?.slice(...spans[0]);
    if (key === undefined || value === undefined || values.has(key)) continue;
    values.set(key, value);
    placeholders.push(replacement);
  }
  return { values, placeholders };
}
