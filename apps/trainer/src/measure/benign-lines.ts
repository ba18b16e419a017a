import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type BenignLine, readCorpus } from '@tyrian/guard';

/** The lines of each `LANGUAGE.tsv` of a folder that nobody should be refused for. Measured on, never trained on. */
export function readBenignLines(folder: string): BenignLine[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.tsv'))
    .sort()
    .flatMap((name) => readCorpus(readFileSync(join(folder, name), 'utf8'), basename(name, '.tsv'), name));
}
