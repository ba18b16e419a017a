import { isReadable } from './readable.js';
import type { Rewriter } from './rewriter.js';
import { type DecodedCharacter, decodeUtf8 } from './utf8.js';

/** A run of a text that may be encoded bytes, with the units that make each byte. */
export interface EncodedRun {
  readonly bytes: Uint8Array;
  readonly startOf: (byte: number) => number;
  readonly endOf: (byte: number) => number;
}

/** So many bytes tell whether the rest is worth decoding. */
const SAMPLE = 48;

/** Puts in what the run says, if it says anything that can be read. */
export function rewriteRun(run: EncodedRun, rewriter: Rewriter): boolean {
  const decoded = readableStart(run.bytes);
  if (decoded === undefined) return false;
  decoded.forEach(({ character, start, end }, index) => {
    // What stands between two bytes, a line break or a space, says nothing.
    if (index > 0) rewriter.skipTo(run.startOf(start));
    rewriter.replace(run.startOf(start), run.endOf(end - 1), character);
  });
  rewriter.skipTo(run.endOf(run.bytes.length - 1));
  return true;
}

/** All of the bytes as text, or what can be read before something else begins. */
function readableStart(bytes: Uint8Array): readonly DecodedCharacter[] | undefined {
  if (bytes.length > SAMPLE && !isWorthIt(bytes.subarray(0, SAMPLE))) return undefined;
  const end = endOfText(bytes);
  const decoded = decodeUtf8(bytes.subarray(0, end));
  return decoded !== undefined && isReadable(decoded) ? decoded : undefined;
}

function isWorthIt(sample: Uint8Array): boolean {
  let end = endOfText(sample);
  // A character may go on behind the sample.
  for (let cut = 0; cut < 3 && end > 0; cut++, end--) {
    const decoded = decodeUtf8(sample.subarray(0, end));
    if (decoded !== undefined) return isReadable(decoded);
  }
  return false;
}

/** Just before the first byte that no text has. */
function endOfText(bytes: Uint8Array): number {
  const at = bytes.findIndex(
    (byte) => (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13) || byte === 127 || byte > 0xf4,
  );
  return at === -1 ? bytes.length : at;
}
