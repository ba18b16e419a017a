import { TyrianError } from '@tyrian/contracts';
import { readLanguages } from '@tyrian/text';
import type { MeasuredGuard } from '../guards.js';
import { readRows } from './labelled-file.js';
import type { LabelledRow } from './labelled-row.js';
import type { KeptRow, ScoredColumns } from './scored-columns.js';

/** Rows that are asked about at once: enough to keep a server busy. */
const AT_ONCE = 16;
/** Rows in which no language is told. */
const UNKNOWN_LANGUAGE = 'unknown';

export interface ScoreFileOptions {
  /** The name of the set in the report. */
  readonly set: string;
  readonly guards: readonly MeasuredGuard[];
  /** Labelled rows that are scored at most. */
  readonly limit: number;
  readonly onRows: (count: number) => void;
}

/** Asks every guard about every labelled row of a file and keeps what they say. Texts are let go at once. */
export async function scoreFile(file: string, into: ScoredColumns, options: ScoreFileOptions): Promise<void> {
  const { set, guards, limit, onRows } = options;
  let waiting: Promise<KeptRow>[] = [];
  const settle = async () => {
    for (const kept of await Promise.all(waiting)) into.add(kept);
    onRows(waiting.length);
    waiting = [];
  };
  let taken = 0;
  for await (const read of readRows(file)) {
    if (taken === limit) break;
    if ('fault' in read || read.row.label === null) continue;
    taken++;
    const kept = keptOf(read.row, read.row.label, set, guards);
    // It may fail while the file is still read; `settle` is where that is thrown.
    kept.catch(() => undefined);
    waiting.push(kept);
    if (waiting.length === AT_ONCE) await settle();
  }
  await settle();
}

async function keptOf(row: LabelledRow, label: 0 | 1, set: string, guards: readonly MeasuredGuard[]): Promise<KeptRow> {
  const decider = guards.find(({ decide }) => decide !== undefined);
  const [decision, ...scores] = await Promise.all([
    decider?.decide?.(row.text),
    ...guards.map((guard) => scoreBy(guard, row.text)),
  ]);
  return {
    label,
    scores,
    decision,
    names: {
      set: [set],
      kind: row.kind ? [row.kind] : [],
      language: [row.language ?? languageOf(row.text)],
      source: row.source ? [row.source] : [],
      hazards: row.hazards ?? [],
    },
  };
}

/** One guard that fails, or answers something that is no share, does not stop the rest: the row stays unscored. */
async function scoreBy(guard: MeasuredGuard, text: string): Promise<number | undefined> {
  try {
    const score = await guard.score(text);
    return score !== undefined && score >= 0 && score <= 1 ? score : undefined;
  } catch (fault) {
    if (fault instanceof TyrianError) return undefined;
    throw fault;
  }
}

function languageOf(text: string): string {
  const [first] = readLanguages(text).spoken;
  return first?.isSure ? first.language : UNKNOWN_LANGUAGE;
}
