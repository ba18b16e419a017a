import { createHash } from 'node:crypto';
import { latinSkeleton } from '../unicode/skeleton.js';
import { normalised } from './fingerprint.js';

/** Words in a shingle. */
const SHINGLE = 4;
/** Longer texts are read up to here, in UTF-16 units. */
const MAX_READ = 20_000;

/**
 * A piece of a text that near-same texts are likely to share: of all runs of four words the one whose hash is smallest.
 * Two texts agree with about the probability that a run of either is in both (Broder, "On the resemblance and containment
 * of documents", 1997). Case, punctuation, digits and look-alike letters make no difference. Empty where there is no word.
 *
 * @example
 * likeness('Please do the very same thing, now!') === likeness('please do the  very same thing now 17'); // true
 */
export function likeness(text: string): string {
  const words = latinSkeleton(normalised(text.slice(0, MAX_READ))).match(/\p{L}+/gu) ?? [];
  if (words.length <= SHINGLE) return words.join(' ');
  let sample = '';
  let least = '';
  for (let from = 0; from + SHINGLE <= words.length; from++) {
    const shingle = words.slice(from, from + SHINGLE).join(' ');
    const hash = createHash('sha256').update(shingle).digest('hex');
    if (least !== '' && hash >= least) continue;
    least = hash;
    sample = shingle;
  }
  return sample;
}
