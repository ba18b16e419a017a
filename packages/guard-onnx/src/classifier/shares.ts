import { ClassifierError } from '../classifier-error.js';

/** What the outputs of one row say of each label, 0 to 1. Throws `broken` for outputs that are no numbers. */
export function sharesOf(logits: Float32Array, activation: 'softmax' | 'sigmoid'): readonly number[] {
  if (!logits.every(Number.isFinite)) throw new ClassifierError('broken', 'its logits are no numbers');
  if (activation === 'sigmoid') return Array.from(logits, (logit) => 1 / (1 + Math.exp(-logit)));
  const highest = logits.reduce((most, logit) => Math.max(most, logit), Number.NEGATIVE_INFINITY);
  const weights = Array.from(logits, (logit) => Math.exp(logit - highest));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => weight / sum);
}
