import { type ExpiryRule, RECORD_KINDS, RECORD_TYPES_OF, type Retention } from '@tyrian/contracts';

const DAY_MS = 24 * 3_600_000;

/** What is due at a time. */
export function expiryOf(
  retention: Retention,
  now: number,
): { readonly rules: readonly ExpiryRule[]; readonly casesBefore: number; readonly now: number } {
  const rules = RECORD_KINDS.map((kind) => ({
    name: kind,
    types: RECORD_TYPES_OF[kind],
    before: now - retention[kind] * DAY_MS,
    why: `older than ${retention[kind]} days`,
  }));
  return { rules, casesBefore: now - retention.cases * DAY_MS, now };
}
