import { dutch } from './dutch.js';
import { english } from './english.js';
import { german } from './german.js';
import type { Inflection } from './inflection.js';
import { polish } from './polish.js';
import { russian } from './russian.js';
import { turkish } from './turkish.js';

/** By language code. A language that is not here has no marks, so that each of its terms stands for itself. */
export const INFLECTIONS: ReadonlyMap<string, Inflection> = new Map([
  ['de', german],
  ['en', english],
  ['nl', dutch],
  ['pl', polish],
  ['ru', russian],
  ['tr', turkish],
]);
