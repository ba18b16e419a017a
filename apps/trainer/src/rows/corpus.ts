import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { errors } from '@tyrian/contracts';

/** Harmless texts of this project's own making, of one language and one domain. */
export interface CorpusFile {
  /** Path below the corpus, as in `en/kitchen.txt`. */
  readonly name: string;
  readonly language: string;
  readonly domain: string;
  /** The heads that the texts are harmless to. */
  readonly negativeFor: readonly string[];
  readonly texts: readonly string[];
  readonly sha256: string;
}

/** All corpus files of a folder, in the order of their names. */
export function readCorpus(folder: string): CorpusFile[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => parseCorpus(name, readFileSync(join(folder, name), 'utf8')));
}

/**
 * Texts are separated by empty lines; lines that begin with `#` are comments, of which `language`, `domain` and
 * `negative for` are read.
 */
export function parseCorpus(name: string, content: string): CorpusFile {
  const lines = content.split('\n');
  const field = (key: string): string => {
    const line = lines.find((line) => line.startsWith(`# ${key}:`));
    if (!line) throw errors.TRAINING_ROW_INVALID([1, name, `no line "# ${key}: ..."`]);
    return line.slice(key.length + 3).trim();
  };
  const texts = lines
    .filter((line) => !line.startsWith('#'))
    .join('\n')
    .split(/\n[ \t]*\n/)
    .map((text) => text.trim())
    .filter((text) => text !== '');
  return {
    name,
    language: field('language'),
    domain: field('domain'),
    negativeFor: field('negative for').split(/,\s*/),
    texts,
    sha256: createHash('sha256').update(content).digest('hex'),
  };
}
