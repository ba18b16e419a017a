import { rewriteRun } from './encoded-run.js';
import type { MappedText } from './mapped-text.js';
import { Rewriter } from './rewriter.js';
import type { ViewMaker } from './view-maker.js';

/** Bytes as pairs of hexadecimal digits, together or apart: `7a6f7262`, `7a 6f 72 62`, `0x7a, 0x6f`. */
export const hex: ViewMaker = {
  name: 'hex',
  make: (text, look) => (look.encoded || look.pairs ? decode(text, { radix: 16, perByte: 2 }) : undefined),
};

/** Bytes as eight binary digits, together or apart: `01111010 01101111`. */
export const binary: ViewMaker = {
  name: 'binary',
  make: (text, look) => (look.encoded || look.octets ? decode(text, { radix: 2, perByte: 8 }) : undefined),
};

interface Notation {
  readonly radix: 2 | 16;
  readonly perByte: number;
}

const BYTES_MIN = 3;
/** Between two bytes: white space, or one mark of a list. */
const BETWEEN = /[\s,:;_-]{1,3}(?:0x)?/y;

function decode(text: string, notation: Notation): MappedText | undefined {
  const rewriter = new Rewriter(text);
  for (let at = 0; at < text.length; ) {
    if (
      valueAt(text, at, notation) < 0 ||
      (at > 0 && isAlphanumeric(text.charCodeAt(at - 1)) && !isPrefixed(text, at))
    ) {
      at++;
      continue;
    }
    const starts: number[] = [];
    const end = readBytes(text, at, notation, starts);
    if (starts.length >= BYTES_MIN) {
      const bytes = Uint8Array.from(starts, (start) =>
        Number.parseInt(text.slice(start, start + notation.perByte), notation.radix),
      );
      rewriteRun(
        { bytes, startOf: (byte) => starts[byte] ?? 0, endOf: (byte) => (starts[byte] ?? 0) + notation.perByte },
        rewriter,
      );
    }
    at = Math.max(end, at + 1);
  }
  return rewriter.finish();
}

/** Fills in where each byte begins; runs of digits must hold whole bytes. Returns the end of the last one. */
function readBytes(text: string, from: number, notation: Notation, starts: number[]): number {
  let at = from;
  let end = from;
  for (;;) {
    const start = at;
    while (valueAt(text, at, notation) >= 0) at++;
    const isWhole = at > start && (at - start) % notation.perByte === 0 && !isAlphanumeric(text.charCodeAt(at));
    if (!isWhole) return starts.length > 0 ? end : at;
    for (let byte = start; byte < at; byte += notation.perByte) starts.push(byte);
    end = at;
    BETWEEN.lastIndex = at;
    const [between] = BETWEEN.exec(text) ?? [];
    if (between === undefined) return end;
    at += between.length;
  }
}

function isPrefixed(text: string, at: number): boolean {
  return text.charCodeAt(at - 2) === 48 && (text.charCodeAt(at - 1) | 32) === 120;
}

function valueAt(text: string, at: number, { radix }: Notation): number {
  const unit = text.charCodeAt(at);
  const lower = unit | 32;
  const value = unit >= 48 && unit <= 57 ? unit - 48 : lower >= 97 && lower <= 102 ? lower - 87 : radix;
  return value < radix ? value : -1;
}

/** An ASCII letter or digit. */
export function isAlphanumeric(unit: number): boolean {
  const lower = unit | 32;
  return (unit >= 48 && unit <= 57) || (lower >= 97 && lower <= 122);
}

/** A hexadecimal digit. */
export function isHex(unit: number): boolean {
  const lower = unit | 32;
  return (unit >= 48 && unit <= 57) || (lower >= 97 && lower <= 102);
}
