import type { GuardQuestion, Role } from '@tyrian/contracts';

/** Guard models know two sides of a conversation. */
export type Side = 'user' | 'assistant';

export interface SidedTurn {
  readonly side: Side;
  readonly text: string;
  readonly media?: string;
}

/** Instructions, answers of tools, documents and declarations reach the model as what it is told, so: the user's side. */
function sideOf(role: Role): Side {
  return role === 'assistant' ? 'assistant' : 'user';
}

/**
 * The turns of a question by their side. At the stage `output` the last one is the model's, whatever its role says.
 */
export function sidedTurns({ stage, turns }: GuardQuestion): readonly SidedTurn[] {
  return turns.map(({ role, text, media }, index) => ({
    side: stage === 'output' && index === turns.length - 1 ? 'assistant' : sideOf(role),
    text,
    ...(media === undefined ? {} : { media }),
  }));
}

/** The side of the turn that is judged. */
export function judgedSide(question: GuardQuestion): Side {
  return sidedTurns(question).at(-1)?.side ?? 'user';
}

/** Stands where a template wants a turn and there was none. */
export const NO_MESSAGE = '(no message)';

/**
 * The same turns as templates want them that raise unless user and assistant alternate, the user first. A missing turn
 * is filled in; none are joined, so that what is judged is the last turn alone.
 */
export function alternating(turns: readonly SidedTurn[]): readonly SidedTurn[] {
  const out: SidedTurn[] = [];
  for (const turn of turns) {
    const expected: Side = out.length % 2 === 0 ? 'user' : 'assistant';
    if (turn.side !== expected) out.push({ side: expected, text: NO_MESSAGE });
    out.push(turn);
  }
  return out;
}

/** What is judged and, where it is an answer, what it answers: for models whose prompt has room for no more. */
export function lastExchange(question: GuardQuestion): { readonly asked: string; readonly answered?: string } {
  const turns = sidedTurns(question);
  const last = turns.at(-1)?.text ?? '';
  if (judgedSide(question) === 'user') return { asked: last };
  return { asked: turns.findLast(({ side }) => side === 'user')?.text ?? NO_MESSAGE, answered: last };
}
