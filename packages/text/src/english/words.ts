/** Words that hold English together: hardly a sentence goes without one. */
export const FUNCTION_WORDS: readonly string[] =
  `the and of to a in is it you that he was for on are with as his they at be this from i have or by had not but what some we
  can out other were all there when up use your how said an each she which do their time if will way about many then them
  would so these her him has two more could my than been who its now did get come me our into just how make give tell write
  show need want please ignore previous instructions system prompt where why don because before after without should must
  follow step reveal`.split(/\s+/);

/** Words of at most this many letters fit into one number. */
export const PACKED_MAX = 6;

/** Up to six letters as one number; 0 where the word is longer or holds anything else. */
export function packWord(word: string): number {
  if (word.length > PACKED_MAX) return 0;
  let packed = 0;
  for (let at = 0; at < word.length; at++) {
    const letter = word.charCodeAt(at) - 96;
    if (letter < 1 || letter > 26) return 0;
    packed = (packed << 5) | letter;
  }
  return packed;
}

/** What a short word is, as bits. */
export const ENGLISH = 1;
export const BACKWARD = 2;
export const ROTATED = 4;

const SLOTS = 1024;
const keys = new Int32Array(SLOTS);
const bits = new Uint8Array(SLOTS);

function slotOf(packed: number): number {
  let slot = Math.imul(packed, 0x9e3779b1) >>> 22;
  while (keys[slot] !== 0 && keys[slot] !== packed) slot = (slot + 1) & (SLOTS - 1);
  return slot;
}

function define(word: string, bit: number): void {
  const packed = packWord(word);
  if (packed === 0) return;
  const slot = slotOf(packed);
  keys[slot] = packed;
  bits[slot] = (bits[slot] ?? 0) | bit;
}

/** The letters 13 places on, which is also the way back. */
export function rotateWord(word: string): string {
  return word.replace(/[a-z]/gi, (letter) => {
    const code = letter.charCodeAt(0);
    return String.fromCharCode(code + ((code & 31) <= 13 ? 13 : -13));
  });
}

/** Words of their own that spell another one backward. */
const PALINDROMIC = [
  'saw',
  'won',
  'ton',
  'tub',
  'era',
  'emit',
  'raw',
  'net',
  'dam',
  'pots',
  'stops',
  'tog',
  'eel',
  'tip',
];

for (const word of FUNCTION_WORDS) define(word, ENGLISH);
for (const word of FUNCTION_WORDS) {
  const backward = [...word].reverse().join('');
  if (word.length > 2 && !isDefined(backward) && !PALINDROMIC.includes(backward)) define(backward, BACKWARD);
  const rotated = rotateWord(word);
  if (word.length > 1 && !isDefined(rotated)) define(rotated, ROTATED);
}

function isDefined(word: string): boolean {
  return (bits[slotOf(packWord(word))] ?? 0) !== 0 && word.length <= PACKED_MAX;
}

/** Whether a packed word is one of the function words, read forward, backward or 13 letters on. */
export function wordBits(packed: number): number {
  return bits[slotOf(packed)] ?? 0;
}
