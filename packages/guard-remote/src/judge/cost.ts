import type { GuardCost } from '@tyrian/contracts';
import type { ModelReply } from '../families/family.js';

/** In the operator's currency; what is not given costs nothing. */
export interface GuardPrices {
  readonly perCall?: number;
  readonly perMillionPromptTokens?: number;
  readonly perMillionCompletionTokens?: number;
}

const MILLION = 1_000_000;

/** Adds up what the calls of one question took. `calls` counts those of windows that were too long as well, but no second attempts. */
export function costOf(calls: number, replies: readonly ModelReply[], prices: GuardPrices): GuardCost {
  let promptTokens = 0;
  let completionTokens = 0;
  for (const reply of replies) {
    if (reply.kind !== 'text') continue;
    promptTokens += reply.usage?.promptTokens ?? 0;
    completionTokens += reply.usage?.completionTokens ?? 0;
  }
  const money =
    calls * (prices.perCall ?? 0) +
    (promptTokens * (prices.perMillionPromptTokens ?? 0)) / MILLION +
    (completionTokens * (prices.perMillionCompletionTokens ?? 0)) / MILLION;
  return { calls, promptTokens, completionTokens, money };
}
