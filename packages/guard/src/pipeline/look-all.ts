import type { Content, Coverage, Generation } from '@tyrian/contracts';
import type { Detector } from '../detector.js';
import { isAskedAbout } from './cascade.js';
import { accepts, type Look, look } from './look.js';
import { isTooLong, type Read } from './read-once.js';

/** Milliseconds that a detector has for one content, by its cost. */
const DEADLINES_MS: Record<Detector['cost'], number> = { cheap: 1_000, local: 5_000, remote: 20_000 };

export interface Looking {
  readonly read: Read;
  readonly generation: Generation;
  readonly abort: AbortSignal;
  /** What others have seen: a dearer detector is asked where they are uncertain. */
  readonly sofar?: readonly Look[];
}

/** Lets detectors look at contents. Gives no promise where none of them does. */
export function lookAll(
  detectors: readonly Detector[],
  contents: readonly Content[],
  { read, generation, abort, sofar = [] }: Looking,
): Look[] | Promise<Look[]> {
  const looks: (Look | Promise<Look>)[] = [];
  let waits = false;
  for (const content of contents) {
    if (isTooLong(content)) continue;
    for (const detector of detectors) {
      if (!accepts(detector, content)) continue;
      if (!isAskedAbout(detector, content, sofar)) {
        looks.push(nobody({ status: 'not-covered', detector: detector.id, place: content.place, gap: 'unasked' }));
        continue;
      }
      const result = look(detector, read(content), generation, abort, DEADLINES_MS[detector.cost]);
      waits ||= result instanceof Promise;
      looks.push(result);
    }
  }
  return waits ? Promise.all(looks) : (looks as Look[]);
}

export function nobody(coverage: Coverage): Look {
  return { signals: [], coverage };
}
