import { isUnseen } from '@tyrian/text';

/** What kind of hidden unit it is. */
export type HiddenKind = 'zero-width' | 'bidi' | 'variation' | 'filler' | 'soft-hyphen' | 'control';

/** A run of hidden units of one kind that has no honest use where it stands. */
export interface HiddenRun {
  readonly kind: HiddenKind;
  readonly start: number;
  readonly end: number;
  /** It stands between two letters of a word. */
  readonly insideWord: boolean;
}

const KIND_OF = new Map<number, HiddenKind>(
  (
    [
      ['zero-width', [0x180e, 0x200b, 0x200c, 0x200d, 0x2060, 0x2061, 0x2062, 0x2063, 0x2064, 0xfeff]],
      ['bidi', [0x061c, 0x200e, 0x200f, 0x202a, 0x202b, 0x202c, 0x202d, 0x202e, 0x2066, 0x2067, 0x2068, 0x2069]],
      [
        'filler',
        [
          0x034f, 0x115f, 0x1160, 0x17b4, 0x17b5, 0x2800, 0x3164, 0xffa0, 0x206a, 0x206b, 0x206c, 0x206d, 0x206e,
          0x206f,
        ],
      ],
      ['soft-hyphen', [0xad]],
    ] as const
  ).flatMap(([kind, units]) => units.map((unit) => [unit, kind] as const)),
);

const BOM = 0xfeff;
const ZWNJ = 0x200c;
const ZWJ = 0x200d;
const WORD = /^[\p{L}\p{N}]$/u;
const LATIN = /^[\p{Script=Latin}\p{N}]$/u;
const EMOJI = /\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}/u;
const RTL = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const CJK = /^[\p{Script=Han}\p{Script=Mongolian}\p{Script=Phags_Pa}]$/u;
const BRAILLE = /^[\u2801-\u28ff]$/;

/** Every run of hidden units without an honest use, tag characters left out (`findTagRuns` knows them). */
export function findHiddenRuns(text: string): HiddenRun[] {
  const runs: HiddenRun[] = [];
  for (let at = 0; at < text.length; ) {
    const kind = kindAt(text, at);
    if (kind === undefined) {
      at++;
      continue;
    }
    let end = at + widthAt(text, at);
    while (end < text.length && kindAt(text, end) === kind) end += widthAt(text, end);
    const run = { kind, start: at, end, insideWord: isInsideWord(text, at, end) };
    if (!HONEST[run.kind](text, run)) runs.push(run);
    at = end;
  }
  return runs;
}

function kindAt(text: string, at: number): HiddenKind | undefined {
  const unit = text.charCodeAt(at);
  if (unit >= 0x20 && unit < 0x7f) return undefined;
  if (unit >= 0xfe00 && unit <= 0xfe0f) return 'variation';
  const known = KIND_OF.get(unit);
  if (known !== undefined) return known;
  const codePoint = text.codePointAt(at) ?? 0;
  if (!isUnseen(codePoint)) return undefined;
  if (codePoint >= 0xe0100 && codePoint <= 0xe01ef) return 'variation';
  return codePoint >= 0xe0000 && codePoint <= 0xe007f ? undefined : 'control';
}

function widthAt(text: string, at: number): number {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}

function before(text: string, at: number): string {
  const low = text.charCodeAt(at - 1);
  return low >= 0xdc00 && low <= 0xdfff ? text.slice(at - 2, at) : text.charAt(at - 1);
}

function behind(text: string, at: number): string {
  const codePoint = text.codePointAt(at);
  return codePoint === undefined ? '' : String.fromCodePoint(codePoint);
}

function isInsideWord(text: string, start: number, end: number): boolean {
  return WORD.test(before(text, start)) && WORD.test(behind(text, end));
}

const HONEST: Record<HiddenKind, (text: string, run: HiddenRun) => boolean> = {
  'zero-width': (text, { start, end }) => {
    if (end - start > 1) return false;
    const unit = text.charCodeAt(start);
    if (unit === BOM && start === 0) return true;
    if (unit !== ZWJ && unit !== ZWNJ) return false;
    const left = before(text, start);
    const right = behind(text, end);
    if (EMOJI.test(left) || left === '\ufe0f')
      return unit === ZWJ && (EMOJI.test(right) || /^[\u2640\u2642\u2695\u2696\u2708]$/.test(right));
    // Joining scripts and Indic ones need them next to their own letters and marks.
    return left !== '' && !LATIN.test(left) && /^[\p{L}\p{M}]$/u.test(left);
  },
  bidi: (text, { start, end }) =>
    isNearRightToLeft(text, start, end) && end - start <= 2 && !/[\u202d\u202e]/.test(text.slice(start, end)),
  // An emoji, a digit of a keycap, a symbol or an ideograph takes one; letters take none.
  variation: (text, { start, end }) => {
    const left = before(text, start);
    return end - start === widthAt(text, start) && left !== '' && (!/^[\p{L}\s]$/u.test(left) || CJK.test(left));
  },
  filler: (text, { start, end }) =>
    text.charCodeAt(start) === 0x2800 && (BRAILLE.test(before(text, start)) || BRAILLE.test(behind(text, end))),
  // Icons of a font and stray controls stand between words, as often as not.
  control: (_text, { start, end, insideWord }) => !insideWord && end - start === 1,
  // A word may be broken where four letters stand on either side, or thereabouts.
  'soft-hyphen': (text, { start, end, insideWord }) =>
    end - start === 1 &&
    (!insideWord || (isLetters(text.slice(Math.max(0, start - 2), start)) && isLetters(text.slice(end, end + 2)))),
};

/** Looked for close by, so that many such runs cost no more than their number. */
function isNearRightToLeft(text: string, start: number, end: number): boolean {
  return RTL.test(text.slice(Math.max(0, start - 80), end + 80));
}

function isLetters(text: string): boolean {
  return /^\p{L}{2}$/u.test(text);
}
