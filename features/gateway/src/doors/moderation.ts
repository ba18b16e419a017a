import { TyrianError } from '@tyrian/contracts';
import { type ModerationResult, moderationResult, scannedResult } from '../moderations/result.js';
import { isUnexplained } from '../refusal/explain.js';
import type { Exchange } from '../verdict/exchange.js';
import type { Judged, Tighten } from '../verdict/judge.js';
import type { Checks } from './checks.js';

/** One check in the words of the moderations API, or why there is none. */
type Side =
  | ({ readonly type: 'moderation_result'; readonly model: string } & ModerationResult)
  | { readonly type: 'error'; readonly code: string; readonly message: string };

/** Tightens only: what the policy refuses stays refused, whatever a client asks for. */
export function flaggedFor({ guard }: Exchange): Tighten {
  return (seen, reading) => moderationResult(seen, reading, guard.policy.policy).flagged;
}

/** As chat completions report it: a list of results a side, one an answer. */
export function chatModeration(checks: Checks): object | undefined {
  const { moderation, prompt, answers } = checks;
  if (!moderation) return undefined;
  const side = (sides: readonly Side[]) =>
    sides.find(({ type }) => type === 'error') ?? {
      type: 'moderation_results',
      model: moderation.model,
      results: sides,
    };
  return { input: side([sideOf(checks, prompt)]), output: side(answers.map((one) => sideOf(checks, one))) };
}

/** As responses report it: one result a side. */
export function responseModeration(checks: Checks): object | undefined {
  const { moderation, prompt, answers } = checks;
  const [answer] = answers;
  if (!moderation || !answer) return undefined;
  return { input: sideOf(checks, prompt), output: sideOf(checks, answer) };
}

/** Why something was refused may not be told: then its scores are not told either. */
function sideOf({ exchange, moderation }: Checks, { verdict, reading }: Judged): Side {
  const model = moderation?.model ?? '';
  if (isUnexplained(verdict)) return { type: 'error', code: 'content_filter', message: 'This was refused.' };
  try {
    return { type: 'moderation_result', model, ...scannedResult(verdict, reading, exchange.guard.policy.policy) };
  } catch (cause) {
    if (!(cause instanceof TyrianError)) throw cause;
    return { type: 'error', code: cause.code.toLowerCase(), message: cause.message };
  }
}
