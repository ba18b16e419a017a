import type { Audience, Verdict } from '@tyrian/contracts';
import type { CoverageRow } from '@tyrian/guard';
import { choosePolicy } from './choose-policy.js';
import { createEmbeddedGuard } from './embedded-guard.js';
import { type CheckInput, toGenerations } from './to-generations.js';

export interface GuardSettings {
  /** Name of a shipped policy (see `tyrian policy list`) or path of a YAML file. Default `open-chat`. */
  readonly policy?: string;
  /** Who the content is for where `check` is not told. Default `adult`. */
  readonly audience?: Audience;
}

export interface TyrianGuard {
  /**
   * Judges a prompt, an answer or a whole conversation. Nothing is recorded, nothing leaves the process.
   *
   * @example
   * const verdict = await guard.check('How do I bake bread?');
   * verdict.decision; // 'allow'
   */
  check(input: string | CheckInput): Promise<Verdict>;
  /** What the detectors can see, and in which languages. */
  coverage(): readonly CoverageRow[];
}

/**
 * Makes a guard that runs in this process: the same detectors and policies as the server, without record.
 * Throws POLICY_UNKNOWN, POLICY_INVALID or POLICY_LOOSENS_LOCKED.
 *
 * @example
 * const guard = await createGuard({ policy: 'open-chat', audience: 'teen' });
 */
export async function createGuard(settings: GuardSettings = {}): Promise<TyrianGuard> {
  const guard = createEmbeddedGuard({ policy: choosePolicy(settings.policy ?? 'open-chat') });
  const audience = settings.audience ?? 'adult';
  return {
    async check(input) {
      const { prompt, answer } = toGenerations(typeof input === 'string' ? { text: input } : input, audience);
      const verdict = await guard.check(prompt ?? answer);
      if (!prompt || !answer) return verdict;
      return guard.check(answer, { before: verdict.signals });
    },
    coverage: () => guard.coverage(),
  };
}
