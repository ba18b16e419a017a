import type { Span } from '@tyrian/contracts';

const TURN =
  /^[>#*\s"-]{0,6}(user|human|question|q|assistant|ai|bot|answer|a|chatgpt|gpt|claude|llama|model|system)\*{0,2}\s?:/i;
const ASKS = /^(?:user|human|question|q)$/i;
const HEAD_MAX = 28;
/** So many questions that have an answer are no example any more. */
const MANY = 12;
const VERY_MANY = 48;
const MANY_SCORE = 0.55;
const VERY_MANY_SCORE = 0.75;

/** A conversation that never was, written into one text to show the model how it answers. */
export function fakeTurns(text: string): { score: number; span: Span } | undefined {
  let pairs = 0;
  let asked = false;
  let first = -1;
  let last = 0;
  for (let line = 0; line !== -1 && line < text.length; ) {
    const next = text.indexOf('\n', line);
    const speaker = TURN.exec(text.slice(line, line + HEAD_MAX))?.[1];
    if (speaker !== undefined) {
      if (ASKS.test(speaker)) {
        asked = true;
        if (first === -1) first = line;
      } else if (asked) {
        pairs++;
        asked = false;
        last = next === -1 ? text.length : next;
      }
    }
    line = next === -1 ? -1 : next + 1;
  }
  if (pairs < MANY) return undefined;
  return { score: pairs >= VERY_MANY ? VERY_MANY_SCORE : MANY_SCORE, span: [first, last] };
}
