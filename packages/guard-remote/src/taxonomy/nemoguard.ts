import type { CategoryTable } from './category-table.js';

/** The Aegis categories in the order of the prompt; the answer names them without their numbers. */
export const NEMOGUARD: CategoryTable = {
  violence: 'S1',
  sexual: 'S12',
  'criminal planning/confessions': 'S2',
  'guns and illegal weapons': 'S2',
  'controlled/regulated substances': 'S2',
  'suicide and self harm': 'S11',
  'sexual (minor)': 'S4',
  'hate/identity hate': 'S10',
  'pii/privacy': 'S7',
  harassment: 'S10',
  threat: 'S1',
  profanity: null,
  'needs caution': null,
  other: null,
  manipulation: null,
  'fraud/deception': 'S2',
  malware: 'S2',
  'high risk gov decision making': null,
  'political/misinformation/conspiracy': 'S13',
  'copyright/trademark/plagiarism': 'S8',
  'unauthorized advice': 'S6',
  'illegal activity': 'S2',
  'immoral/unethical': null,
};
