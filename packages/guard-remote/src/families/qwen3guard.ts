import { BARE } from '../reading/answer.js';

/** The three answers of Qwen3Guard; where a policy is strict, controversial counts as unsafe. */
export const RISKS = ['safe', 'controversial', 'unsafe'] as const;
export type Risk = (typeof RISKS)[number];

/** What each answer is worth, so that the shares of a graded answer and a bare label fall on one scale. */
export const WORTH = { safe: BARE.safe, controversial: BARE.between, unsafe: BARE.unsafe } as const satisfies Record<
  Risk,
  number
>;

export function isRisk(label: string): label is Risk {
  return RISKS.some((risk) => risk === label);
}

/** The score of shares in the order of RISKS. */
export function worthOf(shares: readonly number[]): number {
  return RISKS.reduce((sum, risk, index) => sum + WORTH[risk] * (shares[index] ?? 0), 0);
}
