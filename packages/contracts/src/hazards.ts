import { z } from 'zod';

/**
 * Every hazard that Tyrian names. S1 to S14 are numbered as in Llama Guard 3 (8B) and 4, after the MLCommons
 * taxonomy; other versions of Llama Guard number them differently and are mapped at their adapter.
 */
export const HAZARDS = {
  S1: 'violent crimes',
  S2: 'non-violent crimes',
  S3: 'sex-related crimes',
  S4: 'child sexual exploitation',
  S5: 'defamation',
  S6: 'specialised advice',
  S7: 'privacy',
  S8: 'intellectual property',
  S9: 'indiscriminate weapons',
  S10: 'hate',
  S11: 'suicide and self-harm',
  S12: 'sexual content',
  S13: 'elections',
  S14: 'code interpreter abuse',
  'prompt-injection': 'prompt injection',
  'hidden-text': 'hidden text',
  'personal-data': 'personal data',
  secret: 'secrets',
  'insecure-code': 'insecure code',
  'real-person': 'real person',
} as const;

export const Hazard = z.enum(Object.keys(HAZARDS) as [keyof typeof HAZARDS, ...(keyof typeof HAZARDS)[]]);
export type Hazard = z.infer<typeof Hazard>;

/** Context that a policy composes with; never a reason to refuse alone. */
export const ATTRIBUTES = [
  'minor',
  'adult-stated',
  'education',
  'medicine',
  'news',
  'disclosure',
  'help-seeking',
  'fiction',
  'art',
  'negation',
] as const;
export const Attribute = z.enum(ATTRIBUTES);
export type Attribute = z.infer<typeof Attribute>;
