import type { CategoryTable } from './category-table.js';

/**
 * The codes of Llama Guard by version: the same code means another hazard in another version (S5 is specialised advice
 * in Llama Guard 2 and defamation in Llama Guard 3), so no two share a table.
 */
export const LLAMA_GUARD_1: CategoryTable = {
  // Violence and hate are one category; violence is the worse reading.
  O1: 'S1',
  O2: 'S12',
  O3: 'S2',
  O4: 'S2',
  O5: 'S2',
  O6: 'S11',
};

export const LLAMA_GUARD_2: CategoryTable = {
  S1: 'S1',
  S2: 'S2',
  S3: 'S3',
  S4: 'S4',
  S5: 'S6',
  S6: 'S7',
  S7: 'S8',
  S8: 'S9',
  S9: 'S10',
  S10: 'S11',
  S11: 'S12',
};

/** Llama Guard 3 1B and 11B-vision: no code interpreter abuse. */
export const LLAMA_GUARD_3_SMALL: CategoryTable = {
  S1: 'S1',
  S2: 'S2',
  S3: 'S3',
  S4: 'S4',
  S5: 'S5',
  S6: 'S6',
  S7: 'S7',
  S8: 'S8',
  S9: 'S9',
  S10: 'S10',
  S11: 'S11',
  S12: 'S12',
  S13: 'S13',
};

/** Llama Guard 3 8B and Llama Guard 4. */
export const LLAMA_GUARD_3: CategoryTable = { ...LLAMA_GUARD_3_SMALL, S14: 'S14' };

/** What the cards of Llama Guard 3 and 4 list. */
export const LLAMA_GUARD_LANGUAGES: readonly string[] = ['en', 'fr', 'de', 'hi', 'it', 'pt', 'es', 'th'];
