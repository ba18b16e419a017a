import type {
  ApiKeyId,
  FeedbackBy,
  FeedbackId,
  FeedbackSays,
  MaturityLevel,
  TenantId,
  VerdictId,
} from '@tyrian/contracts';

/** What somebody says of a verdict, as it comes in. */
export interface GivenFeedback {
  readonly verdict: VerdictId;
  readonly says: FeedbackSays;
  readonly by: FeedbackBy;
  /** As the platform names it. It becomes a pseudonym and is kept nowhere. */
  readonly account?: string | undefined;
  /** The level that would be right; only of a wrong rating. */
  readonly rating?: MaturityLevel | undefined;
  readonly note?: string | undefined;
  /** The text that passed; only of a wrong pass. */
  readonly generation?: { readonly prompt?: string | undefined; readonly output?: string | undefined } | undefined;
}

/** Through whose key it came. */
export interface Reporter {
  readonly keyId: ApiKeyId;
  readonly tenant: TenantId;
  readonly requestId: string;
}

/** What is answered: alike for every verdict, whatever had decided it. */
export interface TakenFeedback {
  readonly id: FeedbackId;
  readonly verdict: VerdictId;
  /** Whether the text that it is about is sealed, so that a person can look at it. */
  readonly sealed: boolean;
}
