import { errors } from '@tyrian/contracts';
import type { PlacedRow } from './read-rows.js';

/** Sets that guards are measured on, here or by others: a model that saw them says nothing when measured on them. */
const EVALUATION_SOURCES = new Set([
  'advbench',
  'aegis',
  'arena_hard',
  'harmbench',
  'harmbench_val',
  'hatecheck',
  'hex_phi',
  'jbb_benign',
  'jbb_harmful',
  'maliciousinstruct',
  'multijail',
  'oktest',
  'openai_mod',
  'simplesafetytests',
  'strongreject',
  'toxicchat',
  'wiki_tox',
  'wizardlm',
  'xstest',
]);

/**
 * Lets a row pass that may be trained on.
 *
 * @throws TRAINING_ROW_REFUSED where its licence is for measuring only, its source is for measuring, or it is about
 * minors.
 */
export function admit({ row, file, line }: PlacedRow): void {
  const refuse = (reason: string) => errors.TRAINING_ROW_REFUSED([line, file, reason]);
  if (/\bdev only\b|non-?commercial|\bnc\b|share-?alike|-sa\b/i.test(row.licence)) throw refuse('its licence');
  if (EVALUATION_SOURCES.has(row.source)) throw refuse(`${row.source} is for measuring`);
  if (row.hazards.includes('S4')) throw refuse('hazard S4 is handled by rules alone');
}
