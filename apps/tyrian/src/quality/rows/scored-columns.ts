import { DECISIONS, type Decision, errors } from '@tyrian/contracts';
import { NO_RATING, type Ratings } from '@tyrian/guard';

/** What rows are grouped by. */
export const DIMENSIONS = ['set', 'kind', 'language', 'source', 'hazards'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** What is kept of a row: no text and no id. */
export interface KeptRow {
  readonly label: 0 | 1;
  /** A name by dimension; `hazards` may have several. */
  readonly names: Readonly<Record<Dimension, readonly string[]>>;
  /** By guard, in their order; undefined where it gave none. */
  readonly scores: readonly (number | undefined)[];
  readonly decision?: Decision | undefined;
}

/** Names of one dimension: a report with more is of no use to anybody. */
const NAMES_MAX = 500;
const ROWS_MAX = 5_000_000;

/** Rows in columns of numbers: about 50 bytes a row and 8 a guard, whatever the texts were. */
export class ScoredColumns {
  readonly guards: number;
  #rows = 0;
  #labels: Uint8Array = new Uint8Array(1_024);
  #decisions: Uint8Array = new Uint8Array(1_024);
  readonly #scores: Float64Array[];
  readonly #names = new Map<Dimension, Interned>(DIMENSIONS.map((dimension) => [dimension, new Interned(dimension)]));

  constructor(guards: number) {
    this.guards = guards;
    this.#scores = Array.from({ length: guards }, () => new Float64Array(1_024));
  }

  get rows(): number {
    return this.#rows;
  }

  /** Throws TOO_MANY for more rows, or more names in one dimension, than can be reported on. */
  add({ label, names, scores, decision }: KeptRow): void {
    if (this.#rows === ROWS_MAX) throw errors.TOO_MANY(['the set of labelled rows', ROWS_MAX]);
    if (this.#rows === this.#labels.length) this.#grow();
    const row = this.#rows++;
    this.#labels[row] = label;
    this.#decisions[row] = decision === undefined ? NO_RATING : DECISIONS.indexOf(decision);
    for (let guard = 0; guard < this.guards; guard++) {
      const column = this.#scores[guard];
      if (column) column[row] = scores[guard] ?? Number.NaN;
    }
    for (const [dimension, interned] of this.#names) interned.add(row, names[dimension]);
  }

  get labels(): Uint8Array {
    return this.#labels.subarray(0, this.#rows);
  }

  /** Indexes into DECISIONS, or NO_RATING. */
  get decisions(): Ratings {
    return this.#decisions.subarray(0, this.#rows);
  }

  /** NaN where a guard gave no score. */
  scoresOf(guard: number): Float64Array {
    return (this.#scores[guard] ?? new Float64Array()).subarray(0, this.#rows);
  }

  /** The names of a dimension in order, with the rows that bear them. */
  groupsBy(dimension: Dimension): { name: string; rows: Uint32Array }[] {
    return this.#names.get(dimension)?.groups() ?? [];
  }

  #grow(): void {
    const length = this.#labels.length * 2;
    this.#labels = grown(this.#labels, new Uint8Array(length));
    this.#decisions = grown(this.#decisions, new Uint8Array(length));
    this.#scores.forEach((column, guard) => {
      this.#scores[guard] = grown(column, new Float64Array(length));
    });
  }
}

function grown<T extends Uint8Array | Float64Array>(from: T, into: T): T {
  into.set(from);
  return into;
}

/** Which rows bear which name. */
class Interned {
  readonly #dimension: Dimension;
  readonly #rows = new Map<string, number[]>();

  constructor(dimension: Dimension) {
    this.#dimension = dimension;
  }

  add(row: number, names: readonly string[]): void {
    for (const name of new Set(names)) {
      const rows = this.#rows.get(name);
      if (rows) rows.push(row);
      else if (this.#rows.size === NAMES_MAX)
        throw errors.TOO_MANY([`the set of names in "${this.#dimension}"`, NAMES_MAX]);
      else this.#rows.set(name, [row]);
    }
  }

  groups(): { name: string; rows: Uint32Array }[] {
    return [...this.#rows]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, rows]) => ({ name, rows: Uint32Array.from(rows) }));
  }
}
