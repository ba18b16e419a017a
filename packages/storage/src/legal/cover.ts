import type { LegalScope } from '@tyrian/contracts';
import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables.js';

/** What may be on hold. */
export interface Coverable {
  readonly tenant: string;
  readonly at: number;
  readonly subject: string | null;
  readonly verdict: string | null;
}

/** The holds that stand, as one question. */
export interface Cover {
  readonly isEmpty: boolean;
  covers(thing: Coverable): boolean;
  coversPerson(tenant: string, names: readonly string[]): boolean;
}

export async function readCover(db: Kysely<Tables>, now: number): Promise<Cover> {
  const rows = await db
    .selectFrom('legal_holds')
    .select('scope')
    .where('ended_at', 'is', null)
    .where('until', '>', now)
    .execute();
  return coverOf(rows.map(({ scope }) => scope));
}

export function coverOf(scopes: readonly LegalScope[]): Cover {
  const parts = scopes.map((scope) => ({
    ...scope,
    names: new Set(scope.person?.names),
    verdicts: new Set<string>(scope.verdicts),
  }));
  return {
    isEmpty: parts.length === 0,
    covers: ({ tenant, at, subject, verdict }) =>
      parts.some(
        (part) =>
          part.tenant === tenant &&
          at >= (part.since ?? at) &&
          at <= (part.until ?? at) &&
          (isWhole(part) ||
            (subject !== null && part.names.has(subject)) ||
            (verdict !== null && part.verdicts.has(verdict))),
      ),
    coversPerson: (tenant, names) =>
      parts.some((part) => part.tenant === tenant && (isWhole(part) || names.some((name) => part.names.has(name)))),
  };
}

/** A hold on a time alone is on everything of that time. */
function isWhole({ person, verdicts }: { person: unknown; verdicts: ReadonlySet<string> }): boolean {
  return person === null && verdicts.size === 0;
}

/** The verdict that the payload of a record is about. */
export function verdictIn(payload: string | null): string | null {
  return payload === null ? null : (/"verdict":"(vrd_[a-z0-9]+)"/.exec(payload)?.[1] ?? null);
}
