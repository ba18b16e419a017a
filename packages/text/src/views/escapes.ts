import { NAMED_ENTITIES } from './entities.js';
import type { MappedText } from './mapped-text.js';
import { Rewriter } from './rewriter.js';
import type { Survey } from './survey.js';
import { decodeUtf8 } from './utf8.js';
import type { ViewMaker } from './view-maker.js';

/** HTML entities, percent-encoding and backslash escapes of source code, as what they stand for. */
export const escapes: ViewMaker = { name: 'escapes', make: decode };

const ENTITY = /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z]{2,8}\d{0,2}));?/y;
const PERCENTS = /(?:%[0-9a-fA-F]{2}){1,4096}/y;
const BACKSLASH =
  /\\(?:u\{([0-9a-fA-F]{1,6})\}|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|x\{?([0-9a-fA-F]{2})\}?|([0-3][0-7]{2}))/y;

function decode(text: string, look: Survey): MappedText | undefined {
  if (!look.escapes) return undefined;
  const rewriter = new Rewriter(text);
  for (let at = 0; at < text.length; ) {
    const unit = text.charCodeAt(at);
    if (unit === 38) at = readEntity(text, at, rewriter);
    else if (unit === 37) at = readPercents(text, at, rewriter);
    else if (unit === 92) at = readBackslash(text, at, rewriter);
    else at++;
  }
  return rewriter.finish();
}

function readEntity(text: string, at: number, rewriter: Rewriter): number {
  ENTITY.lastIndex = at;
  const [whole, decimal, hexadecimal, name] = ENTITY.exec(text) ?? [];
  if (whole === undefined) return at + 1;
  const end = at + whole.length;
  const character =
    name === undefined
      ? characterOf(decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal))
      : whole.endsWith(';')
        ? NAMED_ENTITIES.get(name)
        : undefined;
  if (character === undefined) return at + 1;
  rewriter.replace(at, end, character);
  return end;
}

function readPercents(text: string, at: number, rewriter: Rewriter): number {
  PERCENTS.lastIndex = at;
  const [run] = PERCENTS.exec(text) ?? [];
  if (run === undefined) return at + 1;
  const bytes = Uint8Array.from({ length: run.length / 3 }, (_, byte) =>
    Number.parseInt(run.slice(byte * 3 + 1, byte * 3 + 3), 16),
  );
  const decoded = decodeUtf8(bytes);
  if (decoded !== undefined)
    for (const { character, start, end } of decoded) rewriter.replace(at + start * 3, at + end * 3, character);
  return at + run.length;
}

function readBackslash(text: string, at: number, rewriter: Rewriter): number {
  BACKSLASH.lastIndex = at;
  const [whole, braced, four, eight, two, octal] = BACKSLASH.exec(text) ?? [];
  if (whole === undefined) return text.charCodeAt(at + 1) === 92 ? at + 2 : at + 1;
  const hexadecimal = braced ?? four ?? eight ?? two;
  const codePoint = hexadecimal === undefined ? Number.parseInt(octal ?? '', 8) : Number.parseInt(hexadecimal, 16);
  const end = at + whole.length;
  // A surrogate by itself is half of a character; two in a row meet in the text.
  const character = four === undefined ? characterOf(codePoint) : String.fromCharCode(codePoint);
  if (character !== undefined) rewriter.replace(at, end, character);
  return end;
}

function characterOf(codePoint: number): string | undefined {
  if (codePoint < 32 || codePoint > 0x10ffff || (codePoint >= 0xd800 && codePoint < 0xe000)) return undefined;
  return String.fromCodePoint(codePoint);
}
