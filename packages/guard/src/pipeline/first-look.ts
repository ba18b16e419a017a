import type { Detector } from '../detector.js';
import type { Look } from './look.js';
import { type Looking, lookAll } from './look-all.js';
import { Recollection } from './recollection.js';

export interface FirstLook {
  readonly looks: readonly Look[];
  /** Keeps what was seen for the next time. Not to be called where a locked rule has spoken. */
  keep(): void;
}

/**
 * Lets the cheap detectors look: those that read a content alone only at what they do not remember.
 *
 * @example
 * const { looks, keep } = await createFirstLook(detectors)({ read: readOnce(), generation, abort });
 */
export function createFirstLook(detectors: readonly Detector[]): (looking: Looking) => Promise<FirstLook> {
  const alone = detectors.filter(({ readsContentAlone }) => readsContentAlone === true);
  const others = detectors.filter((detector) => !alone.includes(detector));
  const recollection = new Recollection();

  return async (looking) => {
    const looks: Look[] = [];
    const fresh: { readonly name: string; readonly place: string; readonly looks: readonly Look[] }[] = [];
    for (const content of looking.generation.contents) {
      const name = content.modality === 'text' ? recollection.nameOf(content) : undefined;
      const known = name === undefined ? undefined : recollection.recall(name, content.place);
      const made = known ?? lookAll(alone, [content], looking);
      const seen = made instanceof Promise ? await made : made;
      for (const one of seen) looks.push(one);
      if (!known && name !== undefined) fresh.push({ name, place: content.place, looks: seen });
    }
    if (others.length > 0) looks.push(...(await lookAll(others, looking.generation.contents, looking)));
    return {
      looks,
      keep: () => {
        for (const { name, place, looks: seen } of fresh) recollection.keep(name, place, seen);
      },
    };
  };
}
