import type { GuardQuestion } from '@tyrian/contracts';
import { oneScore } from '../reading/answer.js';
import { scoresReply } from '../reading/replies.js';
import { LLAMA_GUARD_LANGUAGES } from '../taxonomy/llama-guard.js';
import type { GuardFamily, ModelReply, ReadAnswer } from './family.js';

const HAZARD = 'prompt-injection';

/**
 * Probabilities of all labels, by name or by number, which sum to 1.
 *
 * @param names of each label, in lower case, in the order of its number.
 */
function sharesOf(
  replies: readonly ModelReply[],
  names: readonly (readonly string[])[],
): readonly number[] | undefined {
  const scores = Object.entries(scoresReply(replies, 1) ?? {});
  const shares = names.map((known, number) => {
    const isNamed = (key: string) => key.toLowerCase() === `label_${number}` || known.includes(key.toLowerCase());
    return scores.find(([key]) => isNamed(key))?.[1] ?? Number.NaN;
  });
  const sum = shares.reduce((total, share) => total + share, 0);
  return scores.length === names.length && Math.abs(sum - 1) < 0.02 ? shares : undefined;
}

function readFirst(replies: readonly ModelReply[], question: GuardQuestion): ReadAnswer | undefined {
  const shares = sharesOf(replies, [['benign'], ['injection'], ['jailbreak']]);
  if (shares === undefined) return undefined;
  const [, injection = 0, jailbreak = 0] = shares;
  const isOfUser = question.turns.at(-1)?.role === 'user';
  return oneScore(isOfUser ? jailbreak : injection + jailbreak, [HAZARD], true);
}

function readSecond(replies: readonly ModelReply[]): ReadAnswer | undefined {
  const shares = sharesOf(replies, [
    ['benign', 'safe'],
    ['malicious', 'jailbreak', 'injection'],
  ]);
  return shares && oneScore(shares[1] ?? 0, [HAZARD], true);
}

const COMMON = {
  stages: ['input'],
  modalities: ['text'],
  covers: [{ name: HAZARD, languages: LLAMA_GUARD_LANGUAGES }],
  // 512 tokens; of scripts that its tokenizer knows less well, a token holds about two characters.
  windowCharacters: 1000,
  ask: ({ turns }: GuardQuestion) => [{ kind: 'classify', text: turns.at(-1)?.text ?? '' }],
} as const satisfies Partial<GuardFamily>;

/**
 * Prompt Guard 1: three labels. `INJECTION` is any instruction at all, which a user may well give, so it counts for
 * documents, tools and the like; `JAILBREAK` counts for all.
 */
export const promptGuard1: GuardFamily = {
  ...COMMON,
  id: 'prompt-guard-1',
  version: '1',
  describe: 'Prompt Guard 1 (86M): injections and jailbreaks, eight languages.',
  source: 'https://github.com/meta-llama/PurpleLlama/blob/main/Prompt-Guard/MODEL_CARD.md',
  licence: 'Llama 3.1 Community License',
  read: readFirst,
};

/** Prompt Guard 2: two labels, for attempts to override instructions; the 22M model is weaker beyond English. */
export const promptGuard2: GuardFamily = {
  ...COMMON,
  id: 'prompt-guard-2',
  version: '1',
  describe: 'Prompt Guard 2 (22M, 86M): injections and jailbreaks, eight languages (22M: weaker beyond English).',
  source: 'https://github.com/meta-llama/PurpleLlama/blob/main/Llama-Prompt-Guard-2/86M/MODEL_CARD.md',
  licence: 'Llama 4 Community License',
  read: readSecond,
};
