import type { Appeals, DutyClocks, Notices, Records } from '@tyrian/contracts';
import type { Duty } from '../clocks/duties.js';
import type { NoticeLimits } from './limits.js';

/** Names that lead back to nobody without the key. */
export interface NoticeNames {
  /** The same for the same address, for as long as misuse is remembered. */
  reporter(address: string): string;
  /** The same for the same SHA-256, for ever. */
  copy(sha256: string): string;
}

export interface TrustedFlagger {
  readonly name: string;
  /** Hex of the SHA-256 of its token. */
  readonly tokenSha256: string;
}

export interface NoticePorts {
  readonly notices: Notices;
  readonly appeals: Appeals;
  readonly clocks: DutyClocks;
  readonly records: Pick<Records, 'findVerdict'>;
  readonly names: NoticeNames;
  readonly duties: readonly Duty[];
  readonly limits: NoticeLimits;
  readonly flaggers: readonly TrustedFlagger[];
  /** How long what is sealed stays after the receipt, and after the outcome. */
  readonly evidenceDays: number;
  /** For how long a decision can be appealed against. */
  readonly appealDays: number;
  readonly now: () => number;
}
