import { readFileSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { type Audience, errors } from '@tyrian/contracts';
import {
  type BenignLine,
  expandTemplates,
  type JudgedLine,
  readCorpus,
  type Tally,
  tally,
  tallyBy,
} from '@tyrian/guard';
import { createGuard } from '../library/create-guard.js';
import { EXIT } from '../terminal/exit-code.js';
import { printJson, write } from '../terminal/print.js';

export interface FairnessFlags {
  readonly audience: Audience;
  readonly maxStopped: number;
  readonly maxRepaired: number;
  readonly json?: boolean;
}

/** How benign lines fare under a policy. */
export interface FairnessReport {
  readonly policy: string;
  readonly audience: Audience;
  readonly all: Tally;
  readonly languages: readonly Tally[];
  readonly domains: readonly Tally[];
  readonly terms: readonly Tally[];
}

/** Judges every line of the corpora and prints how they fared; returns the exit code. */
export async function fairness(name: string, files: readonly string[], flags: FairnessFlags): Promise<number> {
  const report = await measureFairness(name, files, flags.audience);
  if (flags.json) await printJson(report);
  else await write(describe(report));
  const { lines, stopped, repaired } = report.all;
  const isWithin = stopped <= flags.maxStopped * lines && repaired <= flags.maxRepaired * lines;
  return isWithin ? EXIT.done : EXIT.refused;
}

/** Throws INVALID_INPUT for a file that is no corpus, and what `createGuard` throws. */
export async function measureFairness(
  policy: string,
  files: readonly string[],
  audience: Audience,
): Promise<FairnessReport> {
  const guard = await createGuard({ policy, audience });
  const judged: JudgedLine[] = [];
  for (const line of files.flatMap(readLines))
    judged.push({ ...line, decision: (await guard.check(line.text)).decision });
  return {
    policy,
    audience,
    all: tally('all', judged),
    languages: tallyBy(judged, ({ language }) => language),
    domains: tallyBy(judged, ({ domain }) => domain),
    terms: tallyBy(judged, ({ language, term }) => (term === undefined ? undefined : `${language} ${term}`)),
  };
}

/** Reads one corpus; its name says its language. Throws INVALID_INPUT. */
export function readLines(file: string): BenignLine[] {
  const extension = extname(file);
  const language = basename(file, extension);
  const read = extension === '.yaml' ? expandTemplates : readCorpus;
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (cause) {
    throw errors.INVALID_INPUT([`${file} cannot be read`], { cause });
  }
  return read(text, language, file);
}

function describe({ policy, audience, all, languages, domains, terms }: FairnessReport): string {
  const stopped = terms.filter((term) => term.stopped > 0);
  const part = (title: string, rows: readonly Tally[]) => `\n${title}\n${rows.map(describeTally).join('\n')}\n`;
  return [
    `policy ${policy}, audience ${audience}\n${describeTally(all)}\n`,
    part('by language', languages),
    part('by domain', domains),
    stopped.length === 0 ? '\nno term was stopped\n' : part('terms that were stopped', stopped),
  ].join('');
}

function describeTally({ name, lines, stopped, repaired, rate }: Tally): string {
  const percent = (share: number) => `${(share * 100).toFixed(2)} %`;
  const interval = `95 % interval ${percent(rate.low)} to ${percent(rate.high)}`;
  return `  ${name.padEnd(24)} ${String(lines).padStart(6)} lines  ${stopped} refused or held (${percent(rate.share)}, ${interval}), ${repaired} repaired`;
}
