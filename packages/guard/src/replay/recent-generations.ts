import type { GenerationRecord } from '@tyrian/contracts';
import type { PromptRecord } from './replay.js';

interface Generation {
  prompt: PromptRecord | undefined;
  isChanged: boolean;
}

/** An output is recorded soon after its input: so many generations later it is no longer expected. */
const KEPT = 20_000;

/** Counts generations, and keeps the signals of their inputs for their outputs, in bounded memory. */
export class RecentGenerations {
  readonly #kept = new Map<string, Generation>();
  count = 0;
  changed = 0;

  see({ generation: id, stage, signals, truncated }: GenerationRecord): Generation {
    const known = this.#kept.get(id);
    const generation = known ?? { prompt: undefined, isChanged: false };
    if (stage === 'input') generation.prompt = truncated ? { signals, truncated } : { signals };
    if (known) return known;
    this.count++;
    this.#kept.set(id, generation);
    if (this.#kept.size > KEPT) {
      const [oldest] = this.#kept.keys();
      if (oldest !== undefined) this.#kept.delete(oldest);
    }
    return generation;
  }

  markChanged(generation: Generation): void {
    if (generation.isChanged) return;
    generation.isChanged = true;
    this.changed++;
  }
}
