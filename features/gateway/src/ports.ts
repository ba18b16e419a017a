import type {
  ApiKeyId,
  Assured,
  Audience,
  Content,
  Event,
  FeedbackBy,
  FeedbackId,
  FeedbackSays,
  KeyBudget,
  KeyDialect,
  MaturityLevel,
  Pseudonym,
  Records,
  RefusalStyle,
  Strike,
  TenantId,
  Verdict,
  VerdictId,
} from '@tyrian/contracts';
import type { Guard } from '@tyrian/guard';
import type { McpServer } from './doors/mcp/server.js';
import type { CheckedFiles } from './files/checked-files.js';
import type { HelpLine } from './refusal/help-lines.js';
import type { Language } from './refusal/language.js';
import type { Telemetry } from './telemetry/telemetry.js';
import type { Upstream } from './upstream/upstream.js';

/** Who calls, as their key says. */
export interface Principal {
  readonly keyId: ApiKeyId;
  readonly tenant: TenantId;
  readonly audience: Audience;
  readonly refusal: RefusalStyle;
  /** The policy that its guard judges by, in place of the one in force. */
  readonly policy?: string | null | undefined;
  /** Name of a configured model server; absent: the configured one. */
  readonly upstream?: string | null | undefined;
  readonly dialect?: KeyDialect | undefined;
  readonly budget?: KeyBudget | undefined;
  /** The loosest audience that a signed claim may give; absent: none looser than `audience`. */
  readonly claimed?: Audience | null | undefined;
}

/** What a signed token says of a user. */
export interface UserClaims {
  readonly account?: string | undefined;
  readonly audience?: Audience | undefined;
  readonly assured?: Assured | undefined;
}

/** Reads signed tokens. Throws USER_TOKEN_INVALID or USER_TOKEN_UNVERIFIABLE. */
export interface UserTokens {
  verify(token: string, of: { readonly tenant: TenantId }): Promise<UserClaims>;
}

/** How a key stands, of requests and of characters. */
export interface BudgetStanding {
  readonly allowances: readonly {
    readonly of: 'requests' | 'characters';
    readonly limit: number;
    readonly remaining: number;
    readonly resetSeconds: number;
  }[];
  /** What is used up, in words, and in how many seconds it is there again. */
  readonly exceeded?: { readonly limit: string; readonly retryAfter: number } | undefined;
}

/** What keys may use. */
export interface Budgets {
  /** Counts a request, unless something is used up. Undefined for a key without limits. */
  take(principal: Principal): Promise<BudgetStanding | undefined>;
  /** Counts what was checked. */
  add(principal: Principal, used: { readonly characters: number }): void;
  /** Undefined where there are as many streams as there may be; else what closes this one. */
  openStream(principal: Principal): (() => void) | undefined;
}

/** Knows keys by their secret. */
export interface Principals {
  authenticate(token: string): Promise<Principal | undefined>;
}

/** Where what happened is written. */
export type Recorder = Pick<Records, 'append'>;

/** What people have decided about content that was held before. */
export interface Releases {
  isReleased(tenant: TenantId, fingerprint: string): Promise<boolean>;
  /** Takes a place under the daily cap of a tenant; false where there is none left, on whatever machine they went. */
  takeHoldPlace(tenant: TenantId, verdict: VerdictId, cap: number): Promise<boolean>;
}

/** How a held (or refused) verdict stands. */
export interface HeldVerdict {
  readonly status: 'open' | 'released' | 'refused' | 'expired';
  readonly at: number;
  readonly expiresAt: number | null;
  readonly decidedAt: number | null;
}

export interface HoldStatus {
  find(tenant: TenantId, verdict: VerdictId): Promise<HeldVerdict | undefined>;
}

/** What somebody says of a verdict. */
export interface Opinion {
  readonly verdict: VerdictId;
  readonly says: FeedbackSays;
  readonly by: FeedbackBy;
  readonly account?: string | undefined;
  readonly rating?: MaturityLevel | undefined;
  readonly note?: string | undefined;
  readonly generation?: { readonly prompt?: string | undefined; readonly output?: string | undefined } | undefined;
}

/** Takes what people say of verdicts. Its errors, RATE_LIMITED with `retryAfter` among them, are for the caller. */
export interface Opinions {
  take(
    opinion: Opinion,
    reporter: { readonly keyId: ApiKeyId; readonly tenant: TenantId; readonly requestId: string },
  ): Promise<{ readonly id: FeedbackId; readonly verdict: VerdictId; readonly sealed: boolean }>;
}

/** Keyed hashes: for accounts, for content, and for the order of canaries. */
export interface Pseudonyms {
  account(tenant: TenantId, account: string): Pseudonym;
  /** `canonical` holds everything that must be alike for a release to count again. */
  fingerprint(tenant: TenantId, canonical: string): string;
  /** 0 to 100, always the same for the same account: who is in a canary. */
  canaryBucket(account: string): number;
}

/** Who asks, in clear: for a moment, and never recorded. */
export interface Asker {
  readonly tenant: TenantId;
  readonly keyId: ApiKeyId;
  readonly account: string | undefined;
  readonly address: string;
}

/** What their conduct so far means for who asks. */
export interface Admission {
  readonly isWarned: boolean;
  /** For how long the answer is to wait. */
  readonly delayMs: number;
  /** No decision on what is asked may be milder. */
  readonly floor?: 'hold' | 'refuse' | undefined;
  readonly suspended?: { readonly until: number; readonly appeal: string } | undefined;
  /** Every score is read strictly, whatever the audience. */
  readonly isStrict: boolean;
}

/** The ladders of who asks, and what a verdict leaves against them. */
export interface Conduct {
  admit(asker: Asker): Admission;
  /** `contents` are the prompt's. */
  strikesOf(
    verdict: Verdict,
    asker: Asker,
    contents: readonly Content[],
  ): { readonly strikes: readonly Strike[]; readonly events: readonly Event[] };
}

export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
}

/** A logger; it is never given content. */
export interface Log {
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
}

/** How people are answered. */
export interface AnswerSettings {
  /** Where neither the prompt nor the request says one. */
  readonly language?: Language | undefined;
  /** ISO 3166 code of the country whose help lines are named, where a request says none. */
  readonly country?: string | undefined;
  readonly helpLines?: readonly HelpLine[] | undefined;
}

/** Everything that the doors need from outside. */
export interface GatewayPorts {
  readonly principals: Principals;
  /** Absent: no token of a user is accepted. */
  readonly userTokens?: UserTokens | undefined;
  /** Absent: nobody counts what keys use. */
  readonly budgets?: Budgets | undefined;
  readonly guardFor: (principal: Principal) => Guard;
  readonly recorder: Recorder;
  readonly releases: Releases;
  readonly holds: HoldStatus;
  readonly feedback: Opinions;
  readonly pseudonyms: Pseudonyms;
  /** Absent: nobody is on a ladder. */
  readonly conduct?: Conduct | undefined;
  readonly upstream: Upstream;
  /** MCP servers that clients reach by their names. */
  readonly mcpServers?: readonly McpServer[] | undefined;
  /** Whose files and batches are whose. Absent: in memory, so that a restart forgets them. */
  readonly checkedFiles?: CheckedFiles | undefined;
  /** Whether the model server is told `user` as the platform names them; see `withSafetyIdentifier`. */
  readonly forwardUser?: boolean | undefined;
  /** ISO 3166 code of the country whose law sealed evidence falls under. */
  readonly jurisdiction?: string | undefined;
  /** Days that sealed evidence is kept; 180 unless given. */
  readonly evidenceDays?: Readonly<Record<'refusal' | 'hold', number>> | undefined;
  /** Whether somebody outside wants to be told of refusals; else no event is made of one. */
  readonly tellsRefusals?: boolean | undefined;
  /** Absent: English, without help lines of a country. */
  readonly answers?: AnswerSettings | undefined;
  /** Absent: nobody watches. */
  readonly telemetry?: Telemetry | undefined;
  readonly clock: Clock;
  readonly log: Log;
}
