import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type Audience, errors } from '@tyrian/contracts';
import type { Detector, LoadedPolicy } from '@tyrian/guard';
import { readLexicon } from '../assets.js';
import type { StoreFlags } from '../commands/store-options.js';
import { choosePolicy } from '../library/choose-policy.js';
import { embeddedDetectors } from '../library/embedded-guard.js';
import { printJson, write } from '../terminal/print.js';
import { VERSION } from '../version.js';
import { embeddedGuards } from './embedded-guards.js';
import type { MeasuredGuard } from './guards.js';
import { modelGuards } from './model-guards.js';
import { toPage } from './page/page.js';
import { createProgress } from './progress.js';
import { type QualityReport, reportOf } from './report.js';
import { scoreFile } from './rows/score-file.js';
import { ScoredColumns } from './rows/scored-columns.js';
import { refuseTrained, type Survey, survey } from './rows/survey.js';
import { readTrainedRows } from './rows/trained-rows.js';
import { summary } from './summary.js';

export interface CompareFlags extends StoreFlags {
  readonly with?: readonly string[];
  readonly policy: string;
  readonly audience: Audience;
  readonly limit?: number;
  readonly rounds: number;
  readonly manifest?: readonly string[];
  readonly allowTrained?: boolean;
  readonly out?: string;
}

/** Files of one comparison, and guards of it: what a report can still show. */
const FILES_MAX = 100;
const GUARDS_MAX = 20;
const SEED = 1;

/** Measures guards on labelled files, prints what came out and writes the report where `out` says. */
export async function compare(files: readonly string[], flags: CompareFlags): Promise<void> {
  const report = await measure(files, flags);
  if (flags.out !== undefined) writeReport(flags.out, report);
  if (flags.json) await printJson(report);
  else await write(summary(report, flags.out));
}

/**
 * Measures guards on labelled files. Throws INVALID_INPUT, EVALUATION_ROWS_UNUSABLE, EVALUATION_ON_TRAINED_ROWS,
 * TRAINING_MANIFEST_INVALID, TOO_MANY and what `choosePolicy` throws.
 */
export async function measure(files: readonly string[], flags: CompareFlags): Promise<QualityReport> {
  if (files.length > FILES_MAX) throw errors.TOO_MANY(['the list of files', FILES_MAX]);
  const policy = choosePolicy(flags.policy);
  const detectors = embeddedDetectors();
  const embedded = embeddedGuards({ policy, audience: flags.audience, detectors });
  const models = await modelGuards(flags, embedded);
  try {
    return await measureWith(chosen([...embedded, ...models.guards], flags.with), files, flags, { policy, detectors });
  } finally {
    await models.close();
  }
}

async function measureWith(
  guards: readonly MeasuredGuard[],
  files: readonly string[],
  flags: CompareFlags,
  { policy, detectors }: { readonly policy: LoadedPolicy; readonly detectors: readonly Detector[] },
): Promise<QualityReport> {
  const limit = flags.limit ?? Number.POSITIVE_INFINITY;
  const progress = createProgress(process.stderr);

  const trainedRows = await readTrainedRows(flags.manifest ?? []);
  const surveys: Survey[] = [];
  for (const file of files) surveys.push(await survey(file, trainedRows, limit));
  if (!flags.allowTrained) refuseTrained(surveys);
  for (const { file, faults } of surveys)
    for (const { line, message } of faults.first) progress.note(`${file}, line ${line}: ${message}`);

  const columns = new ScoredColumns(guards.length);
  const rows = surveys.reduce((sum, { labelled }) => sum + labelled, 0);
  const sets = namesOf(files);
  for (const [index, file] of files.entries())
    await scoreFile(file, columns, {
      set: sets[index] ?? file,
      guards,
      limit,
      onRows: (count) => progress.advance('rows scored', count, rows),
    });
  return reportOf(columns, {
    guards,
    draws: { rounds: flags.rounds, seed: SEED },
    onGroup: (_, of) => progress.advance('groups measured', 1, of),
    provenance: {
      version: VERSION,
      made: new Date().toISOString(),
      files: surveys,
      policy: { id: policy.policy.id, version: policy.policy.version, hash: policy.hash },
      audience: flags.audience,
      detectors: detectors.map(({ id, version }) => ({ id, version })),
      lexicons: { lexicon: sha256(readLexicon('lexicon')), injection: sha256(readLexicon('injection')) },
      manifests: trainedRows.manifests.map((manifest) => ({ ...manifest, file: basename(manifest.file) })),
      limit: flags.limit ?? null,
    },
  });
}

/** The guards with these ids, in this order; all where none is named. Throws INVALID_INPUT. */
export function chosen(all: readonly MeasuredGuard[], ids: readonly string[] | undefined): readonly MeasuredGuard[] {
  if (ids === undefined) return all;
  const guards = [...new Set(ids)].map((id) => {
    const guard = all.find((one) => one.id === id);
    if (guard) return guard;
    throw errors.INVALID_INPUT([`There is no guard ${id}; there are ${all.map((one) => one.id).join(', ')}`]);
  });
  if (guards.length > GUARDS_MAX) throw errors.TOO_MANY(['the list of guards', GUARDS_MAX]);
  return guards;
}

/** Files by their names, or by their paths where two are named alike. */
function namesOf(files: readonly string[]): readonly string[] {
  const names = files.map((file) => basename(file));
  return new Set(names).size === files.length ? names : files;
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function writeReport(folder: string, report: QualityReport): void {
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'quality.json'), `${JSON.stringify(report)}\n`);
    writeFileSync(join(folder, 'quality.html'), toPage(report));
  } catch (cause) {
    throw errors.INVALID_INPUT([`The report cannot be written to ${folder}`], { cause });
  }
}
