import { BASE_FAMILIES } from '@tyrian/text';
import { HEAD_PLANS, type HeadPlan } from './head-plan.js';

/** The plain heads that every other model is compared with: the same questions, the same cost for both. */
export const BASELINE_PLANS: readonly HeadPlan[] = HEAD_PLANS.filter(({ name }) =>
  ['request', 'content', 'jailbreak'].includes(name),
).map((plan) => ({
  ...plan,
  families: BASE_FAMILIES,
  bits: 18,
  cost: 5,
  freedom: { rarity: 0, breadth: 0 },
  lengthPower: 0.5,
}));
