import { basename } from 'node:path';
import { errors } from '@tyrian/contracts';
import { readRows, sha256OfFile } from './labelled-file.js';
import type { TrainedRows } from './trained-rows.js';

/** A line that could not be used. */
export interface LineFault {
  readonly line: number;
  readonly code: string;
  readonly message: string;
}

/** What stands in a file, before anything is scored. */
export interface Survey {
  readonly file: string;
  /** Of its bytes as they lie. */
  readonly sha256: string;
  /** Lines that were read; empty ones are not counted. */
  readonly lines: number;
  /** Rows that are scored. */
  readonly labelled: number;
  /** Rows whose label is null: not scored. */
  readonly unlabelled: number;
  readonly faults: { readonly count: number; readonly first: readonly LineFault[] };
  readonly trained: { readonly count: number; readonly firstIds: readonly (string | number)[] };
}

/** So many faults and ids are named; all are counted. */
const NAMED_MAX = 20;

/**
 * Reads a file through and judges whether it can be measured on. Throws EVALUATION_ROWS_UNUSABLE where more than half of
 * its lines cannot be used, and INVALID_INPUT where there is nothing in it or it cannot be read.
 */
export async function survey(file: string, trainedRows: TrainedRows, limit: number): Promise<Survey> {
  const counts = { lines: 0, labelled: 0, unlabelled: 0, faults: 0, trained: 0 };
  const first: LineFault[] = [];
  const firstIds: (string | number)[] = [];
  for await (const read of readRows(file)) {
    if (counts.labelled === limit) break;
    counts.lines++;
    if ('fault' in read) {
      counts.faults++;
      const { code, message } = read.fault;
      if (first.length < NAMED_MAX) first.push({ line: read.line, code, message });
    } else if (read.row.label === null) counts.unlabelled++;
    else {
      counts.labelled++;
      if (!trainedRows.has(read.row.text)) continue;
      counts.trained++;
      if (firstIds.length < NAMED_MAX) firstIds.push(read.row.id);
    }
  }
  const { lines, labelled, unlabelled, faults, trained } = counts;
  const [worst] = first;
  if (worst && faults * 2 > lines)
    throw errors.EVALUATION_ROWS_UNUSABLE([faults, lines, `${file}, line ${worst.line}: ${worst.message}`]);
  if (labelled === 0) throw errors.INVALID_INPUT([`${file} holds no labelled row`]);
  return {
    file: basename(file),
    sha256: await sha256OfFile(file),
    lines,
    labelled,
    unlabelled,
    faults: { count: faults, first },
    trained: { count: trained, firstIds },
  };
}

/** Throws EVALUATION_ON_TRAINED_ROWS with the ids of the first such rows, never their text. */
export function refuseTrained(surveys: readonly Survey[]): void {
  const count = surveys.reduce((sum, { trained }) => sum + trained.count, 0);
  if (count === 0) return;
  const rows = surveys.reduce((sum, { labelled }) => sum + labelled, 0);
  const ids = surveys.flatMap(({ trained }) => trained.firstIds).slice(0, NAMED_MAX);
  const named = `${ids.map((id) => JSON.stringify(id)).join(', ')}${count > ids.length ? ' and others' : ''}`;
  throw errors.EVALUATION_ON_TRAINED_ROWS([count, rows, named]);
}
