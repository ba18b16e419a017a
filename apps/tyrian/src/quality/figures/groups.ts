import { DIMENSIONS, type Dimension, type ScoredColumns } from '../rows/scored-columns.js';

/** Rows that are measured together. */
export interface Group {
  readonly by: Dimension | 'all';
  readonly name: string;
  /** Their places in the columns. */
  readonly rows: Uint32Array;
}

/** All rows, then those of each set, kind, language, source and hazard. */
export function groupsOf(columns: ScoredColumns): Group[] {
  const all: Group = { by: 'all', name: 'all rows', rows: Uint32Array.from(columns.labels.keys()) };
  return [all, ...DIMENSIONS.flatMap((by) => columns.groupsBy(by).map((group) => ({ by, ...group })))];
}

/** What the cut for a share of false positives is set by. */
export interface BenignRows {
  /** `kind` where rows of kind `benign` are there, else every harmless row. */
  readonly from: 'kind' | 'label';
  readonly rows: Uint32Array;
}

/** Rows of kind `benign` are what people send who mean no harm; without any, all that are labelled harmless stand in. */
export function benignRows(columns: ScoredColumns): BenignRows {
  const isHarmless = (row: number) => columns.labels[row] === 0;
  const benign = columns
    .groupsBy('kind')
    .find(({ name }) => name === 'benign')
    ?.rows.filter(isHarmless);
  if (benign !== undefined && benign.length > 0) return { from: 'kind', rows: benign };
  return { from: 'label', rows: Uint32Array.from(columns.labels.keys()).filter(isHarmless) };
}

/** The values of a column at some rows. */
export function at<T extends Float64Array | Uint8Array>(column: T, rows: Uint32Array): T {
  const values = column.slice(0, rows.length);
  for (let place = 0; place < rows.length; place++) values[place] = column[rows[place] ?? 0] ?? 0;
  return values as T;
}
