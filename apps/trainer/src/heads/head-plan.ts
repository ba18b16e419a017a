import { BASE_FAMILIES, FAMILY } from '@tyrian/text';
import type { FreedomPlan } from '../features/feature-freedom.js';
import type { Example } from '../rows/examples.js';

/** One question that the model is to answer, and how it is learned. */
export interface HeadPlan {
  readonly name: string;
  /** Sum of the bits of `FAMILY` that it reads. */
  readonly families: number;
  /** Bits of its buckets. */
  readonly bits: number;
  /** What an error costs; higher follows the examples more closely. */
  readonly cost: number;
  readonly freedom: FreedomPlan;
  /** See `featureValue`. */
  readonly lengthPower: number;
  /** Windows by which the model reads longer texts as well, see `Head`; 0: none. */
  readonly window: number;
  readonly windowMargin: number;
  /** Whether the example says yes, says no, or has no part in it. */
  sign(example: Example): 1 | -1 | 0;
  /** Of which texts whole sources are held out to calibrate it; of others single rows, where few sources have any. */
  readonly heldOutBySource: 'all' | 'harmless' | 'none';
}

const ASKS = new Set(['request', 'jailbreak', 'image-prompt']);
const SAYS = new Set(['content', 'image-prompt']);

/** Is this harmful to ask for? Offensive posts have no part: most of them ask for nothing. */
const request: HeadPlan = {
  name: 'request',
  families: BASE_FAMILIES,
  bits: 18,
  cost: 20,
  freedom: { rarity: 2, breadth: 1 },
  lengthPower: 0.5,
  window: 128,
  windowMargin: 1.5,
  heldOutBySource: 'all',
  sign: (example) => told(example, 'request', ASKS.has(example.kind)),
};

/** Is this harmful to read? */
const content: HeadPlan = {
  name: 'content',
  families: BASE_FAMILIES | FAMILY.gaps | FAMILY.opening,
  bits: 18,
  cost: 10,
  freedom: { rarity: 2, breadth: 0.5 },
  lengthPower: 0.3,
  window: 0,
  windowMargin: 0,
  heldOutBySource: 'all',
  sign: (example) => told(example, 'content', SAYS.has(example.kind)),
};

/** Does this try to take a model out of its rules? Whatever else is harmful is a no. */
const jailbreak: HeadPlan = {
  name: 'jailbreak',
  families: BASE_FAMILIES,
  bits: 17,
  cost: 5,
  freedom: { rarity: 2, breadth: 0.5 },
  lengthPower: 0.5,
  window: 0,
  windowMargin: 0,
  heldOutBySource: 'harmless',
  sign: (example) => {
    if (example.label === 1 && example.kind !== 'jailbreak') return -1;
    return told(example, 'jailbreak', example.kind === 'jailbreak');
  },
};

/** Of which hazard is this? Harmful examples of other known hazards say no. */
function hazardHead(hazard: string): HeadPlan {
  return {
    name: hazard.toLowerCase(),
    families: BASE_FAMILIES,
    bits: 16,
    cost: 5,
    freedom: { rarity: 2, breadth: 0.5 },
    lengthPower: 0.5,
    window: 0,
    windowMargin: 0,
    heldOutBySource: 'none',
    sign: (example) => {
      if (example.label === 1) return example.hazards.includes(hazard) ? 1 : example.hazards.length > 0 ? -1 : 0;
      return told(example, 'content', false);
    },
  };
}

/** Hazards with 280 examples or more. The others are not covered: S3, S5, S8, S9 and S13 have about a hundred each. */
const LEARNED_HAZARDS: readonly string[] = ['S1', 'S2', 'S6', 'S7', 'S10', 'S11', 'S12'];

export const HEAD_PLANS: readonly HeadPlan[] = [request, content, jailbreak, ...LEARNED_HAZARDS.map(hazardHead)];

function told({ label, negativeFor }: Example, head: string, isYes: boolean): 1 | -1 | 0 {
  if (label === 0) return !negativeFor || negativeFor.includes(head) ? -1 : 0;
  return label === 1 && isYes ? 1 : 0;
}
