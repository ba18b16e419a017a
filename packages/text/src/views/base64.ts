import { type EncodedRun, rewriteRun } from './encoded-run.js';
import type { MappedText } from './mapped-text.js';
import { Rewriter } from './rewriter.js';
import type { Survey } from './survey.js';
import type { ViewMaker } from './view-maker.js';

/** Runs of base64 or base64url that decode to text, also wrapped over lines, with the rest of the text around them. */
export const base64: ViewMaker = { name: 'base64', make: decode };

const RUN_MIN = 16;
/** Shorter runs are looked at where padding shows what they are. */
const PADDED_MIN = 4;
/** Where lines are wrapped they are at least this long. */
export const LINE_MIN = 32;
const NOT_BASE64 = 255;
const VALUE = new Uint8Array(128).fill(NOT_BASE64);
[...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'].forEach((one, value) => {
  VALUE[one.charCodeAt(0)] = value;
});
VALUE[45] = 62;
VALUE[95] = 63;

function decode(text: string, look: Survey): MappedText | undefined {
  if (!look.encoded) return undefined;
  const rewriter = new Rewriter(text);
  for (let at = 0; at < text.length; ) {
    if (valueAt(text, at) === NOT_BASE64) {
      at++;
      continue;
    }
    const places: number[] = [];
    const end = readRun(text, at, places);
    const isPadded = text.charCodeAt(end) === 61;
    at = end;
    while (text.charCodeAt(at) === 61) at++;
    const isLong = places.length >= RUN_MIN || (isPadded && places.length >= PADDED_MIN);
    if (isLong && rewritePlaces(text, places, rewriter)) rewriter.skipTo(at);
  }
  return rewriter.finish();
}

function readRun(text: string, start: number, places: number[]): number {
  let end = start;
  let lineStart = start;
  for (;;) {
    while (valueAt(text, end) !== NOT_BASE64) places.push(end++);
    if (end - lineStart < LINE_MIN) return end;
    let next = end;
    while (text.charCodeAt(next) === 10 || text.charCodeAt(next) === 13) next++;
    if (next === end || next - end > 2 || valueAt(text, next) === NOT_BASE64) return end;
    lineStart = next;
    end = next;
  }
}

function rewritePlaces(text: string, places: readonly number[], rewriter: Rewriter): boolean {
  // What stands before it may have run into it: a slash of a path, a letter.
  for (let skip = 0; skip < 4 && places.length - skip >= PADDED_MIN; skip++) {
    if (skip > 0 && places.length < RUN_MIN) return false;
    if (rewriteRun(runFrom(text, places, skip), rewriter)) return true;
  }
  return false;
}

function runFrom(text: string, places: readonly number[], skip: number): EncodedRun {
  const bytes = new Uint8Array(Math.floor(((places.length - skip) * 6) / 8));
  for (let byte = 0; byte < bytes.length; byte++) {
    const bit = byte * 8;
    const first = skip + Math.floor(bit / 6);
    const high = valueAt(text, places[first] ?? 0);
    const low = valueAt(text, places[first + 1] ?? 0);
    bytes[byte] = (((high << 6) | low) >> (4 - (bit % 6))) & 0xff;
  }
  return {
    bytes,
    startOf: (byte) => places[skip + Math.floor((byte * 8) / 6)] ?? 0,
    endOf: (byte) => (places[skip + Math.floor((byte * 8 + 7) / 6)] ?? 0) + 1,
  };
}

/** Whether a character of base64 or base64url is there. */
export function isBase64(text: string, at: number): boolean {
  return valueAt(text, at) !== NOT_BASE64;
}

function valueAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  return unit < 128 ? (VALUE[unit] ?? NOT_BASE64) : NOT_BASE64;
}
