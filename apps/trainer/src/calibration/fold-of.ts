import { createHash } from 'node:crypto';

/** Many, so that little else is missing where a source is. */
export const SOURCE_FOLDS = 8;
export const ROW_FOLDS = 3;

/** Sources that share texts or makers are held out together. */
const FAMILIES: readonly (readonly [RegExp, string])[] = [
  [/^(catqa|dangerousqa|harmfulqa)/, 'red-instruct'],
  [/^(inthewild_jb|gptfuzz_templates|self_reminder_jb|sap)$/, 'jailbreaks'],
  [/^(figstep)/, 'figstep'],
  [/^(gptfuzz_resp)/, 'gptfuzz_resp'],
];

/** The fold in which all rows of a source are held out, so that what is measured is how a model fares elsewhere. */
export function foldOf(source: string): number {
  const family = FAMILIES.find(([pattern]) => pattern.test(source))?.[1] ?? source;
  return createHash('sha256').update(family).digest().readUInt32LE(0) % SOURCE_FOLDS;
}
