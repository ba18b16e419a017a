import {
  errors,
  type Feedbacks,
  newId,
  type Pseudonym,
  type Records,
  type TenantId,
  timeOfId,
  type Vault,
  type VerdictId,
} from '@tyrian/contracts';
import type { GivenFeedback, Reporter, TakenFeedback } from './feedback/feedback.js';
import { decidingRules, isFitting, Judgement, subjectsOf } from './feedback/judgement.js';
import { bringsText, type SealOptions, sealFeedback } from './feedback/seal.js';
import { createRateLimit, type Rate } from './rate-limit/rate-limit.js';

/** Feedback is taken for so many days after a verdict: half of what sealed evidence lives, so that somebody can still look. */
export const FEEDBACK_DAYS = 90;

const DAY_MS = 24 * 3_600_000;
const MINUTE_MS = 60_000;
const LIMITS = { key: { count: 120, perMs: MINUTE_MS }, account: { count: 60, perMs: 60 * MINUTE_MS } };

export interface LearningOptions extends SealOptions {
  readonly records: Pick<Records, 'findVerdict'>;
  readonly vault: Pick<Vault, 'findByVerdict'>;
  readonly feedback: Pick<Feedbacks, 'give'>;
  readonly pseudonyms: { account(tenant: TenantId, account: string): Pseudonym };
  /** Milliseconds since 1970. */
  readonly now?: (() => number) | undefined;
  /** How much one key, and one account, may say; 120 a minute and 60 an hour unless given. */
  readonly limits?: { readonly key: Rate; readonly account: Rate } | undefined;
}

export interface Learning {
  /**
   * Keeps what somebody says of a verdict. Throws NOT_FOUND also for another tenant's verdict, FEEDBACK_TOO_LATE,
   * FEEDBACK_UNFIT, and RATE_LIMITED with the seconds to wait.
   */
  take(given: GivenFeedback, reporter: Reporter): Promise<TakenFeedback>;
}

/**
 * Learning from wrong answers, its first step: what people say was wrong, kept by the rules that decided.
 *
 * @example
 * const learning = createLearning({ ...store, pseudonyms, evidenceDays: 180 });
 * await learning.take({ verdict, says: 'wrong-refusal', by: 'user', account: 'u-9' }, { keyId, tenant, requestId });
 */
export function createLearning(options: LearningOptions): Learning {
  const { records, vault, feedback, pseudonyms, now = Date.now, limits = LIMITS } = options;
  const byKey = createRateLimit(limits.key, now);
  const byAccount = createRateLimit(limits.account, now);

  return {
    async take(given, reporter) {
      const { tenant, keyId } = reporter;
      const subject = given.account === undefined ? undefined : pseudonyms.account(tenant, given.account);
      refuseTooMany('key', byKey.take(keyId));
      if (subject) refuseTooMany('account', byAccount.take(`${tenant} ${subject.value}`));
      refuseOld(given.verdict, now());

      const found = await records.findVerdict(tenant, given.verdict);
      if (!found || found.payload === null) throw noSuchVerdict();
      const judgement = Judgement.parse(JSON.parse(found.payload));
      if (!isFitting(given.says, judgement)) throw errors.FEEDBACK_UNFIT([given.says], { param: 'says' });

      const { verdict, generation, stage, decision, policy } = judgement;
      const at = now();
      const evidence = sealFeedback(given, reporter, verdict, at, subject, options);
      const kept = await feedback.give({
        tenant,
        at,
        reporter: subject?.value ?? keyId,
        subject,
        record: {
          feedback: newId('feedback', at),
          verdict,
          generation,
          judgement: found.id,
          judgedAt: found.at,
          says: given.says,
          by: given.by,
          ...(given.rating !== undefined && { rating: given.rating }),
          key: keyId,
          stage,
          decision,
          policy,
          rules: decidingRules(judgement),
        },
        evidence,
        about: { ...subjectsOf(judgement), subject: found.subject?.value },
        hasText: bringsText(given),
      });
      return { id: kept.id, verdict, sealed: kept.hasText || (await isSealed(vault, tenant, judgement)) };
    },
  };
}

function refuseTooMany(whose: string, seconds: number | undefined): void {
  if (seconds !== undefined) throw errors.RATE_LIMITED([whose, seconds], { retryAfter: seconds });
}

/** By the id alone, so that the answer is the same whether there is such a verdict or not. */
function refuseOld(verdict: VerdictId, now: number): void {
  const at = timeOfId('verdict', verdict);
  if (at === undefined) throw noSuchVerdict();
  if (now - at > FEEDBACK_DAYS * DAY_MS) throw errors.FEEDBACK_TOO_LATE([FEEDBACK_DAYS]);
}

function noSuchVerdict(): Error {
  return errors.NOT_FOUND(['verdict of this id']);
}

/** What was refused or held was sealed when it was. */
async function isSealed(
  vault: Pick<Vault, 'findByVerdict'>,
  tenant: TenantId,
  { decision, verdict }: Judgement,
): Promise<boolean> {
  if (decision !== 'refuse' && decision !== 'hold') return false;
  return (await vault.findByVerdict(tenant, verdict, ['refusal', 'hold', 'bank-match'])) !== undefined;
}
