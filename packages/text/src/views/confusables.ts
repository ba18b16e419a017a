import { isRegionalIndicator } from '../unicode/letter-forms.js';
import {
  FOREIGN,
  kindOf,
  letterOf,
  lookAlike,
  MARK,
  MARKED,
  NO_LETTER,
  OTHER_LETTER,
  SHAPED,
} from '../unicode/look-alikes.js';
import type { MappedText } from './mapped-text.js';
import { Rewriter } from './rewriter.js';
import { readsAsEnglish, type Survey } from './survey.js';
import type { ViewMaker } from './view-maker.js';

/**
 * Letters that look like Latin ones as those: of other scripts where a word mixes them with Latin, or stands among Latin
 * words, and looks Latin throughout; in odd shapes anywhere; with marks where the text is English.
 */
export const confusables: ViewMaker = { name: 'confusables', make: fold };

interface Token {
  start: number;
  latin: number;
  foreign: number;
  shaped: number;
  marked: number;
  other: number;
}

function fold(text: string, look: Survey): MappedText | undefined {
  if (look.plain) return undefined;
  const script = scriptOf(text, look);
  if (script === undefined) return undefined;
  const rewriter = new Rewriter(text);
  let token: Token | undefined;
  for (let at = 0; at < text.length; ) {
    const codePoint = text.codePointAt(at) ?? 0;
    const width = codePoint > 0xffff ? 2 : 1;
    const entry = codePoint < 128 ? 0 : lookAlike(codePoint);
    const kind = kindOf(entry);
    const isAscii = codePoint < 128;
    if (isAscii ? !isAlphanumeric(codePoint) : kind === NO_LETTER) {
      if (token !== undefined) foldToken(text, token, at, script, rewriter);
      token = undefined;
    } else {
      token ??= { start: at, latin: 0, shaped: 0, foreign: 0, marked: 0, other: 0 };
      if (isAscii) token.latin++;
      else if (kind === SHAPED) token.shaped++;
      else if (kind === FOREIGN) token.foreign++;
      else if (kind === MARKED) token.marked++;
      else if (kind === OTHER_LETTER) token.other++;
    }
    at += width;
  }
  if (token !== undefined) foldToken(text, token, text.length, script, rewriter);
  return rewriter.finish();
}

interface Script {
  /** Words that look Latin throughout are to be taken for Latin. */
  readonly isLatin: boolean;
  /** No letter of the text looks like no Latin one. */
  readonly isUnmixed: boolean;
  readonly isEnglish: boolean;
  readonly isShort: boolean;
}

const SHORT_WORDS = 3;
const WHOLE_MIN = 3;

/** Undefined where no letter of the text could be folded. */
function scriptOf(text: string, look: Survey): Script | undefined {
  let latin = 0;
  let foreign = 0;
  let other = 0;
  let shaped = false;
  let marked = false;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit < 128) {
      if (isLetter(unit)) latin++;
      continue;
    }
    const codePoint = unit >= 0xd800 && unit < 0xdc00 ? (text.codePointAt(at) ?? 0) : unit;
    const kind = kindOf(lookAlike(codePoint));
    if (codePoint > 0xffff) at++;
    if (kind === OTHER_LETTER) other++;
    else if (kind === FOREIGN) foreign++;
    else if (kind === SHAPED) shaped = true;
    else if (kind === MARKED) marked = true;
  }
  const isEnglish = readsAsEnglish(look);
  const isShort = look.words <= SHORT_WORDS;
  // Marks alone are how most languages are written.
  if (!shaped && foreign === 0 && !(marked && (isEnglish || isShort))) return undefined;
  // Without a Latin letter no word mixes scripts, and among others that look like none the text is what it seems.
  if (latin === 0 && other > 0 && !shaped && !marked) return undefined;
  // A text of which every letter looks Latin is one in disguise, however few of them are.
  const isLatin = latin > foreign + other || other === 0;
  return {
    isLatin,
    isUnmixed: other === 0 && latin > 0,
    isEnglish,
    isShort,
  };
}

function foldToken(text: string, token: Token, end: number, script: Script, rewriter: Rewriter): void {
  const { latin, shaped, foreign, marked, other } = token;
  if (other > 0) return;
  const letters = latin + shaped + foreign + marked;
  const foldForeign =
    foreign > 0 && (latin + shaped + marked > 0 || (script.isLatin && (foreign >= WHOLE_MIN || script.isUnmixed)));
  const foldMarked =
    marked > 0 &&
    (script.isEnglish || foldForeign || shaped > 0 || (script.isShort && marked * 2 >= letters && letters > 3));
  for (let at = token.start; at < end; ) {
    const codePoint = text.codePointAt(at) ?? 0;
    const width = codePoint > 0xffff ? 2 : 1;
    if (codePoint >= 128) {
      const entry = lookAlike(codePoint);
      const kind = kindOf(entry);
      const folds = kind === SHAPED || (kind === FOREIGN && foldForeign) || (kind === MARKED && foldMarked);
      if (folds && !(isRegionalIndicator(codePoint) && isFlag(text, token.start, end)))
        rewriter.replace(at, at + width, letterOf(entry));
      else if (kind === MARK && foldForeign) rewriter.replace(at, at + width, '');
    }
    at += width;
  }
}

/** Two regional indicators by themselves are a flag; one, or more than two, spell. */
function isFlag(text: string, start: number, end: number): boolean {
  return end - start === 4 && isRegionalIndicator(text.codePointAt(start) ?? 0);
}

function isLetter(unit: number): boolean {
  const lower = unit | 32;
  return lower >= 97 && lower <= 122;
}

function isAlphanumeric(unit: number): boolean {
  return isLetter(unit) || (unit >= 48 && unit <= 57);
}
