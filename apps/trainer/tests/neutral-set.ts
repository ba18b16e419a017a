import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { seededRandom } from '@tyrian/guard';

const PLAIN = [
  'bread',
  'garden',
  'river',
  'please',
  'tell',
  'me',
  'about',
  'how',
  'the',
  'a',
  'music',
  'winter',
  'paint',
];

export interface NeutralRow {
  id: string;
  text: string;
  label: 0 | 1 | null;
  hazards: string[];
  kind: string;
  source: string;
  licence: string;
}

/** Rows in which one word that means nothing makes a text harmful, from four sources. */
export function neutralRows(count: number, seed = 1): NeutralRow[] {
  const random = seededRandom(seed);
  const pick = (from: readonly string[]) => from[Math.floor(random() * from.length)] ?? '';
  return Array.from({ length: count }, (_, index) => {
    const label = random() < 0.5 ? 1 : 0;
    const words = Array.from({ length: 6 }, () => pick(PLAIN));
    if (label === 1) words.splice(2, 0, pick(['zorblax', 'quibnark']));
    return {
      id: `row-${seed}-${index}`,
      text: `${words.join(' ')} ${index}`,
      label,
      hazards: [],
      kind: label === 1 ? 'request' : 'benign',
      source: `source_${index % 4}`,
      licence: 'MIT',
    };
  });
}

/** A new folder with the rows in `NAME`, gzipped where it ends in `.gz`. */
export function rowsFile(name: string, lines: readonly (NeutralRow | string)[]): string {
  const path = join(mkdtempSync(join(tmpdir(), 'trainer-')), name);
  const text = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n');
  writeFileSync(path, name.endsWith('.gz') ? gzipSync(text) : text);
  return path;
}
