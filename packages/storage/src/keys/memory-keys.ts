import type { Keys } from '@tyrian/contracts';
import { createKeyRing } from './key-ring.js';

/**
 * Keys that are gone when the process is: for tests, and for the library, which keeps nothing.
 *
 * @example
 * const store = await openStore({ database: { kind: 'embedded-memory' }, keys: memoryKeys() });
 */
export function memoryKeys(now: () => number = Date.now): Keys {
  return createKeyRing({ add: (key) => key, find: () => undefined }, [], now);
}
