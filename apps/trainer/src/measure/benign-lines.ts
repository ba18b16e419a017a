import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/** A harmless line that nobody should be refused for. Measured on, never trained on. */
export interface BenignLine {
  readonly language: string;
  readonly text: string;
}

/** The third column of each `LANGUAGE.tsv` of a folder. */
export function readBenignLines(folder: string): BenignLine[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.tsv'))
    .sort()
    .flatMap((name) =>
      readFileSync(join(folder, name), 'utf8')
        .split('\n')
        .flatMap((line) => {
          const text = line.startsWith('#') ? undefined : line.split('\t')[2];
          return text ? [{ language: basename(name, '.tsv'), text }] : [];
        }),
    );
}
