import type { Delivery } from '@tyrian/contracts';
import type { Interest } from '../message/takes.js';
import type { Outcome } from './outcome.js';

/** Someone outside who is told things: a webhook, or people by mail. */
export interface Endpoint {
  readonly interest: Interest;
  /** How many entries it is given at a time. */
  readonly batch: number;
  /** It is given something at most so often, by all processes together; 0: always. */
  readonly everyMs: number;
  /** For how long an entry is tried. */
  readonly giveUpMs: number;
  /** Tells a batch, and says of each entry what became of it. Never rejects but when `signal` is aborted. */
  send(batch: readonly Delivery[], signal: AbortSignal): Promise<readonly Outcome[]>;
  close(): Promise<void>;
}
