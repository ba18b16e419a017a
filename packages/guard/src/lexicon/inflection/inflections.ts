import { arabic } from './arabic.js';
import { english } from './english.js';
import { hindi } from './hindi.js';
import type { Inflection } from './inflection.js';
import { japanese } from './japanese.js';
import { korean } from './korean.js';

/** By language code. A language that is not here has no marks, so that each of its terms stands for itself. */
export const INFLECTIONS: ReadonlyMap<string, Inflection> = new Map([
  ['ar', arabic],
  ['en', english],
  ['hi', hindi],
  ['ja', japanese],
  ['ko', korean],
]);
