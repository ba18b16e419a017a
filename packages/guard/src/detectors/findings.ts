import type { View } from '@tyrian/contracts';
import type { Sighting } from '../detector.js';
import type { Pieces } from '../lexicon/evaluate.js';
import { Alike } from './alike.js';
import type { Finding } from './finding.js';

/**
 * Gathers what was found in the views of one content. The same match through several views is one sighting, and so is
 * what rules of several languages say alike of the same words: many words are in the lists of a dozen languages.
 */
export class Findings {
  readonly #alike = new Map<string, Alike>();
  readonly #known = new Map<Finding, Alike>();
  readonly #near: number;

  /** @param near characters within which one of many findings is told with the one before; 0: each has its own span */
  constructor({ near = 0 }: { readonly near?: number } = {}) {
    this.#near = near;
  }

  add(view: View, pieces: Pieces, finding: Finding): void {
    this.#alikeTo(finding).add(view, pieces, finding);
  }

  /** The offset in the view up to which more of what says the same is told already. */
  toldUpTo(view: View, finding: Finding): number {
    return this.#alikeTo(finding).toldUpTo(view, finding);
  }

  sightings(): Sighting[] {
    return [...this.#alike.values()].flatMap(({ drafts }) =>
      [...drafts].map(({ finding, rules, spans, via }) => ({
        ...finding,
        ...(rules.length > 1 && { alsoRules: rules.slice(1) }),
        spans,
        via,
      })),
    );
  }

  #alikeTo(finding: Finding): Alike {
    const known = this.#known.get(finding);
    if (known !== undefined) return known;
    const says = `${finding.kind} ${finding.name} ${'degree' in finding ? finding.degree : ''} ${finding.score}`;
    const alike = this.#alike.get(says) ?? new Alike(this.#near);
    this.#alike.set(says, alike);
    this.#known.set(finding, alike);
    return alike;
  }
}
