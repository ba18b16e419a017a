export type Decision = 'allow' | 'repair' | 'hold' | 'refuse';

export const DECISIONS: readonly Decision[] = ['allow', 'repair', 'hold', 'refuse'];
const WORDS: Record<Decision, string> = { allow: 'Allowed', repair: 'Repaired', hold: 'Held', refuse: 'Refused' };

/** A decision as a word; colour only helps. */
export function DecisionTag({ decision }: { decision: string }) {
  return <span className={`tag ${decision}`}>{wordOf(decision)}</span>;
}

export function wordOf(decision: string): string {
  return WORDS[decision as Decision] ?? decision;
}
