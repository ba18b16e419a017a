import { hash, randomBytes } from 'node:crypto';
import type { Coverage, TextContent } from '@tyrian/contracts';
import type { Look } from './look.js';

/** Contents whose looks are kept: some 10 MB where each has the scores of all embedded detectors. */
const KEPT_MAX = 4_096;
/** Contents that are known to have come once. */
const ONCE_MAX = 65_536;
/** A text with more signals is rare and costs memory. */
const SIGNALS_MAX = 256;

type Kept = { readonly place: string; readonly looks: readonly Look[] };

/**
 * What detectors saw in texts that come again and again: the turns of a conversation, system prompts, names of models. It
 * holds signals by a keyed hash of the text, stage and role, and never a text or a verdict. A text is kept from its second
 * time on, so that those that never come again, as the parts of a stream, push nothing out.
 */
export class Recollection {
  readonly #key = randomBytes(32).toString('base64');
  readonly #kept = new Map<string, Kept>();
  readonly #once = new Set<string>();

  /** What a text is kept by; none where half a surrogate pair is lost in UTF-8, so that two texts would have one name. */
  nameOf({ text, stage, role }: TextContent): string | undefined {
    if (!text.isWellFormed()) return undefined;
    return hash('sha256', `${this.#key}${stage} ${role} ${text}`, 'base64');
  }

  /** The looks at this text as they were, at the place where it stands now; undefined where they are to be made anew. */
  recall(name: string, place: string): readonly Look[] | undefined {
    const kept = this.#kept.get(name);
    if (!kept) return undefined;
    // Behind the newest again.
    this.#kept.delete(name);
    this.#kept.set(name, kept);
    return kept.place === place ? kept.looks : kept.looks.map((look) => movedTo(look, place));
  }

  /** Not for a text on which a locked rule has spoken: of that nothing is kept. */
  keep(name: string, place: string, looks: readonly Look[]): void {
    const signals = looks.reduce((sum, look) => sum + look.signals.length, 0);
    if (looks.length === 0 || signals > SIGNALS_MAX || looks.some(({ coverage }) => coverage.status === 'failed'))
      return;
    if (!this.#once.delete(name)) {
      this.#once.add(name);
      if (this.#once.size > ONCE_MAX) this.#once.delete(oldest(this.#once));
      return;
    }
    this.#kept.set(name, { place, looks });
    if (this.#kept.size > KEPT_MAX) this.#kept.delete(oldest(this.#kept));
  }
}

function movedTo({ signals, coverage }: Look, place: string): Look {
  return { signals: signals.map((signal) => ({ ...signal, place })), coverage: { ...coverage, place } as Coverage };
}

function oldest(names: { keys(): IterableIterator<string> }): string {
  return names.keys().next().value ?? '';
}
