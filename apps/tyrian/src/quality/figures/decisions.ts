import { DECISIONS, type Decision } from '@tyrian/contracts';
import { type Ratings, type Share, shareOf } from '@tyrian/guard';

/** What the policy decided about the rows with one label. */
export interface DecidedRows {
  readonly rows: number;
  readonly refused: Share;
  /** Refused, or held for a person. */
  readonly stopped: Share;
  readonly counts: Readonly<Record<Decision, number>>;
}

/** What the policy decided about a group. */
export interface GroupDecisions {
  readonly harmful: DecidedRows;
  readonly harmless: DecidedRows;
}

/** `decisions` holds indexes into DECISIONS. */
export function decisionsOf(decisions: Ratings, labels: Uint8Array): GroupDecisions {
  const of = (label: 0 | 1): DecidedRows => {
    const tally = DECISIONS.map((_, decision) =>
      decisions.reduce((sum, made, row) => sum + (made === decision && labels[row] === label ? 1 : 0), 0),
    );
    const counts = Object.fromEntries(DECISIONS.map((name, index) => [name, tally[index] ?? 0])) as Record<
      Decision,
      number
    >;
    const rows = tally.reduce((sum, count) => sum + count, 0);
    return { rows, refused: shareOf(counts.refuse, rows), stopped: shareOf(counts.refuse + counts.hold, rows), counts };
  };
  return { harmful: of(1), harmless: of(0) };
}
