import { BARE } from '../reading/answer.js';
import { labelShares } from '../reading/label-shares.js';
import type { TokenChoice } from './family.js';

/**
 * How likely `yes` is: by its token where the server told, else by the label alone. `undefined` where the label is
 * neither word.
 *
 * @param marker what stands before the word, as labelShares takes it.
 */
export function yesShare(
  label: string,
  tokens: readonly TokenChoice[] | undefined,
  marker: string,
): { readonly score: number; readonly isGraded: boolean } | undefined {
  if (label !== 'yes' && label !== 'no') return undefined;
  const shares = labelShares(tokens, marker, ['no', 'yes'], label);
  if (shares !== undefined) return { score: shares[1] ?? 0, isGraded: true };
  return { score: label === 'yes' ? BARE.unsafe : BARE.safe, isGraded: false };
}
