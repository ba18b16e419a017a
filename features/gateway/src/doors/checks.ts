import type { Exchange } from '../verdict/exchange.js';
import type { Judged } from '../verdict/judge.js';
import type { ModerationAsked } from './moderation-asked.js';

/** What is known of the checks of one exchange, for doors whose clients are told. */
export interface Checks {
  readonly exchange: Exchange;
  readonly prompt: Judged;
  /** Answers that have been judged. */
  readonly answers: readonly Judged[];
  /** What the client asked to be told. */
  readonly moderation: ModerationAsked | undefined;
}
