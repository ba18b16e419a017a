import { errors } from '@tyrian/contracts';

/** A line that nobody should be refused for. */
export interface BenignLine {
  readonly language: string;
  /** What it is about: `medicine`, `names`, `cooking`. */
  readonly domain: string;
  /** The word in it that a careless reader stumbles over. */
  readonly term?: string;
  readonly text: string;
}

const NO_TERM = '-';

/**
 * Reads a corpus: one line each, `domain<TAB>term or -<TAB>text`; empty lines and those that begin with `#` are notes.
 *
 * @throws INVALID_INPUT, naming the line at fault
 * @example
 * readCorpus('cooking\tcock\tCock-a-leekie is a soup.', 'en', 'en.tsv');
 */
export function readCorpus(tsv: string, language: string, name: string): BenignLine[] {
  return tsv.split(/\r?\n/).flatMap((line, at) => {
    if (line.trim() === '' || line.startsWith('#')) return [];
    const [domain, term, text, ...more] = line.split('\t');
    if (!domain || !term || !text || more.length > 0)
      throw errors.INVALID_INPUT([`${name}, line ${at + 1}: a line is domain<TAB>term or ${NO_TERM}<TAB>text`]);
    return [{ language, domain, text, ...(term !== NO_TERM && { term }) }];
  });
}
