import { FAMILY } from './families.js';
import { Featuriser } from './featuriser.js';

/** Families of one featuriser, each with all of those before it. */
export interface Reading {
  readonly featuriser: Featuriser;
  /** What it reads first, then with what. */
  readonly levels: readonly number[];
}

const OF_WORDS = FAMILY.words | FAMILY.letters;

/** As few readings as read all families that are asked for: those that only add to others are read on from them. */
export function planReadings(asked: Iterable<number>): Reading[] {
  const chains: [number, ...number[]][] = [];
  const bySize = [...new Set(asked)].sort((left, right) => bitsOf(left) - bitsOf(right));
  for (const families of bySize) {
    const chain = chains.find((one) => addsTo(one.at(-1) ?? 0, families));
    if (chain) chain.push(families);
    else chains.push([families]);
  }
  return chains.map((levels) => ({ featuriser: new Featuriser(levels[0]), levels }));
}

/** Whether `families` are `known` and more; what single words have is read at first or never. */
function addsTo(known: number, families: number): boolean {
  return (known & ~families) === 0 && (families & ~known & OF_WORDS) === 0;
}

function bitsOf(families: number): number {
  let count = 0;
  for (let left = families; left !== 0; left &= left - 1) count++;
  return count;
}
