import { errors, type Store } from '@tyrian/contracts';
import { type Detector, holdsPatterns, type LexiconSource, lexicon, patterns } from '@tyrian/guard';
import { compileApart } from './compile-apart.js';
import type { InForce } from './in-force.js';

/** The id of the detector that reads the lexicons that were added. */
export const OWN_LEXICON = 'own-lexicon';

/** What was added, as detectors. Throws LEXICON_INVALID or PATTERNS_INVALID. */
export async function ownDetectors(
  store: Pick<Store, 'activations'>,
  lexicons: InForce['lexicons'],
): Promise<readonly Detector[]> {
  return compileOwn(await ownFiles(store, lexicons));
}

/** The files that were added, as they were stored. Throws LEXICON_INVALID where one is not there. */
export async function ownFiles(
  store: Pick<Store, 'activations'>,
  lexicons: InForce['lexicons'],
): Promise<readonly LexiconSource[]> {
  const files: LexiconSource[] = [];
  for (const { name, hash } of lexicons) {
    const text = await store.activations.lexicon(hash);
    if (text === undefined) throw errors.LEXICON_INVALID([name, 'it is not stored']);
    files.push({ name, text });
  }
  return files;
}

/** All lexicons are one detector, since they share ids and groups; each file of patterns is one of its own. */
export async function compileOwn(files: readonly LexiconSource[]): Promise<readonly Detector[]> {
  const sources = files.filter(({ text }) => !holdsPatterns(text));
  const detectors: Detector[] = files
    .filter(({ text }) => holdsPatterns(text))
    .map((file) => ({ ...patterns(file), id: `patterns:${file.name}` }));
  if (sources.length > 0)
    detectors.unshift(lexicon(await compileApart({ kind: 'lexicons', sources }), { id: OWN_LEXICON }));
  return detectors;
}
