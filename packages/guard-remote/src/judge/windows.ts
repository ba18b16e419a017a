import type { GuardQuestion, GuardTurn } from '@tyrian/contracts';

/** Part of a window that earlier turns may take where the judged turn fills it. */
const CONTEXT_SHARE = 0.25;
/** Part of the judged text that a window has in common with the one before, so that nothing falls between two. */
const OVERLAP_SHARE = 0.125;
/** A character may take two units. */
const LEAST_PIECE = 2;

/** Characters of all turns of a question. */
export function sizeOf({ turns }: GuardQuestion): number {
  return turns.reduce((sum, { text }) => sum + text.length, 0);
}

/**
 * Cuts a question into questions that hold at most `characters` each (UTF-16 units over all turns). Each judges a piece
 * of the last turn, with as much of the turns before as fits: the latest whole, the oldest dropped first, and of the
 * first that does not fit its end. A question that fits is given back as it is.
 */
export function windowsOf(question: GuardQuestion, characters: number): readonly GuardQuestion[] {
  const earlier = question.turns.slice(0, -1);
  const judged = question.turns.at(-1);
  if (judged === undefined) return [];
  const size = sizeOf(question);
  if (size <= characters) return [question];
  const forContext = Math.min(size - judged.text.length, Math.floor(characters * CONTEXT_SHARE));
  const pieces = piecesOf(judged.text, Math.max(LEAST_PIECE, characters - forContext));
  return pieces.map((text, at) => {
    // A picture is judged with the first piece, and once.
    const { media, ...turn } = judged;
    const piece: GuardTurn = { ...turn, text, ...(at === 0 && media !== undefined && { media }) };
    return { ...question, turns: [...lastOf(earlier, characters - text.length), piece] };
  });
}

/** Pieces of at most `size` units that overlap and cover all of a text; none begins or ends within a character. */
function piecesOf(text: string, size: number): readonly string[] {
  const step = Math.max(1, size - Math.floor(size * OVERLAP_SHARE));
  const pieces: string[] = [];
  let start = 0;
  for (;;) {
    const from = isWithinCharacter(text, start) ? start - 1 : start;
    const end = Math.min(text.length, from + size);
    const to = isWithinCharacter(text, end) ? end - 1 : end;
    pieces.push(text.slice(from, to));
    if (end === text.length) return pieces;
    start = Math.min(from + step, to);
  }
}

function isWithinCharacter(text: string, at: number): boolean {
  return at > 0 && at < text.length && isHalf(text, at, 0xdc00) && isHalf(text, at - 1, 0xd800);
}

function isHalf(text: string, at: number, from: number): boolean {
  const unit = text.charCodeAt(at);
  return unit >= from && unit < from + 0x400;
}

/** The latest turns that fit; of the first that does not, its end. */
function lastOf(turns: readonly GuardTurn[], characters: number): readonly GuardTurn[] {
  const kept: GuardTurn[] = [];
  let left = characters;
  for (const turn of turns.toReversed()) {
    if (left <= 0) break;
    const { media, ...rest } = turn;
    if (turn.text.length <= left) kept.unshift(turn);
    else {
      const cut = turn.text.length - left;
      kept.unshift({ ...rest, text: turn.text.slice(isWithinCharacter(turn.text, cut) ? cut + 1 : cut) });
    }
    left -= turn.text.length;
  }
  return kept;
}
