import { LETTER_PAIRS, NEUTRAL_PAIR } from './letter-pairs.js';

const SYMBOLS = 27;
const ROTATION = 13;
const BITS_PER_STEP = 0.25;
/** How usual each pair of letters is, and how much more so backward, or 13 letters on, than as it stands: in bits. */
const forward = new Float32Array(SYMBOLS * SYMBOLS);
const backwardGain = new Float32Array(SYMBOLS * SYMBOLS);
const rotatedGain = new Float32Array(SYMBOLS * SYMBOLS);

LETTER_PAIRS.forEach((row, before) => {
  for (let behind = 0; behind < SYMBOLS; behind++)
    forward[before * SYMBOLS + behind] = (row.charCodeAt(behind) - NEUTRAL_PAIR) * BITS_PER_STEP;
});
for (let before = 0; before < SYMBOLS; before++) {
  for (let behind = 0; behind < SYMBOLS; behind++) {
    const pair = before * SYMBOLS + behind;
    const plain = forward[pair] ?? 0;
    backwardGain[pair] = (forward[behind * SYMBOLS + before] ?? 0) - plain;
    rotatedGain[pair] = (forward[rotated(before) * SYMBOLS + rotated(behind)] ?? 0) - plain;
  }
}

function rotated(symbol: number): number {
  return symbol === 0 ? 0 : ((symbol - 1 + ROTATION) % 26) + 1;
}

/** How a word is disguised. */
export type Disguise = 'backward' | 'rotated';

/** How many bits the letters of `[start, end)`, all ASCII, are more like an English word under a disguise than as they stand. */
export function gainOf(disguise: Disguise, text: string, start: number, end: number): number {
  const gains = disguise === 'backward' ? backwardGain : rotatedGain;
  let before = 0;
  let gain = 0;
  for (let at = start; at < end; at++) {
    const behind = text.charCodeAt(at) & 31;
    gain += gains[before * SYMBOLS + behind] ?? 0;
    before = behind;
  }
  return gain + (gains[before * SYMBOLS] ?? 0);
}
