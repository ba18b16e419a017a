/** Features of a typical text: what a text of another length is compared with. */
const TYPICAL = 300;

/**
 * The value of each feature of a text with so many: 1 / sqrt(count) at a power of 0.5. At a lower power more features say
 * more, so that a long text with a few telling words still tells.
 */
export function featureValue(count: number, lengthPower: number): number {
  return TYPICAL ** (lengthPower - 0.5) / count ** lengthPower;
}
