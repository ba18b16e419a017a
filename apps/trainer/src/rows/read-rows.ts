import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { errors } from '@tyrian/contracts';
import { TrainingRow } from './training-row.js';

const LINE_MAX = 200_000;
const ROWS_MAX = 2_000_000;

/** A row and where it stands. */
export interface PlacedRow {
  readonly row: TrainingRow;
  readonly file: string;
  /** From 1. */
  readonly line: number;
}

/**
 * The rows of a file of JSON lines, gzipped where its name ends in `.gz`, one at a time.
 *
 * @throws TRAINING_ROW_INVALID with file and line, and never with what stands there.
 */
export async function* readRows(file: string): AsyncGenerator<PlacedRow> {
  const raw = createReadStream(file);
  // A failure of either stream ends the lines, so nothing else need be done with it.
  const bytes = file.endsWith('.gz') ? pipeline(raw, createGunzip(), () => undefined) : raw;
  let line = 0;
  for await (const text of createInterface({ input: bytes, crlfDelay: Number.POSITIVE_INFINITY })) {
    line++;
    if (text === '') continue;
    if (line > ROWS_MAX) throw errors.TRAINING_ROW_INVALID([line, file, `a file has at most ${ROWS_MAX} lines`]);
    if (text.length > LINE_MAX) throw errors.TRAINING_ROW_INVALID([line, file, `longer than ${LINE_MAX} characters`]);
    yield { row: parsed(text, file, line), file, line };
  }
}

function parsed(text: string, file: string, line: number): TrainingRow {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw errors.TRAINING_ROW_INVALID([line, file, 'not JSON']);
  }
  const result = TrainingRow.safeParse(value);
  if (result.success) return result.data;
  const at = result.error.issues.map(({ path }) => path.join('.') || 'the line').join(', ');
  throw errors.TRAINING_ROW_INVALID([line, file, `wrong at ${at}`]);
}
