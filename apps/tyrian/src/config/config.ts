import { ConductSettings, Issuer } from '@tyrian/access';
import { Audience, errors, PolicyMode, Retention } from '@tyrian/contracts';
import { Language } from '@tyrian/gateway';
import { DEFAULT_QUEUES, QueueSettings } from '@tyrian/review';
import { z } from 'zod';
import { LimitSettings } from './limits.js';
import { McpServerSettings } from './mcp-setting.js';
import { NoticeSettings } from './notices.js';
import { MailSetting, WebhookSettings } from './outward.js';
import { MetricsAddress, TracesSetting } from './telemetry.js';
import { TrustedProxies } from './trusted-proxies.js';
import { UpstreamSetting } from './upstream-setting.js';

const HttpUrl = z.url({ protocol: /^https?$/, error: 'must be an http(s) URL' });
const DatabaseUrl = z.union([
  z.literal('embedded'),
  z.string().regex(/^postgres(ql)?:\/\//, 'must be "embedded" or a postgres:// URL'),
]);

/** Every setting of the program; a line in docs/reference/configuration.md for each. */
export const Config = z.strictObject({
  host: z.string().min(1).default('127.0.0.1'),
  port: z.coerce.number().int().min(0).max(65_535).default(8080),
  /** Folder of the embedded database, the keys and the operator's socket. */
  data: z.string().min(1).default('tyrian-data'),
  database: DatabaseUrl.default('embedded'),
  /** Folder of the keys, which all machines on one database share; `keys` in the data folder unless given. */
  keys: z.string().min(1).optional(),
  /** Base URL of an OpenAI-compatible model server, up to and with `/v1`; absent: the built-in demo model. */
  upstream: HttpUrl.optional(),
  /** Several model servers, in place of the one. */
  upstreams: z
    .array(UpstreamSetting)
    .min(1)
    .max(100)
    .refine((all) => new Set(all.map(({ name }) => name)).size === all.length, 'each needs a name of its own')
    .optional(),
  /** MCP servers that clients reach through the server, by their names. */
  mcpServers: McpServerSettings.default([]),
  /** Name of a shipped policy, or the path of a YAML file. */
  policy: z.string().min(1).default('open-chat'),
  /** In place of the policy's own mode. `observe`: verdicts only; locked rules still refuse. */
  mode: PolicyMode.extract(['observe', 'enforce']).optional(),
  /** Who a key is for unless it says otherwise. */
  audience: Audience.default('unknown'),
  /** False: explicit material is refused for adults too. */
  adultContent: z.boolean().default(true),
  /** ISO 3166 code of the country whose law the sealed evidence falls under, and whose help lines are named. */
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, 'must be two capital letters, as in DE')
    .optional(),
  /** After so many days of observe or shadow the server proposes to enforce. */
  observeDays: z.number().positive().max(365).default(14),
  /** In which people are answered where neither their prompt nor their request says one. */
  language: Language.default('en'),
  /** A file of help lines in place of the one that comes along. */
  helpLines: z.string().min(1).optional(),
  /** False: `tyrian worker` does the background work. */
  worker: z.boolean().default(true),
  /** Ladders of accounts, addresses and keys, or `off`. */
  conduct: z.union([z.literal('off'), ConductSettings]).prefault({}),
  /** Into which queue a case goes: the first row that asks for it. */
  queues: QueueSettings.default(DEFAULT_QUEUES),
  /** Who may vouch for users by signed tokens. */
  issuers: z.array(Issuer).max(50).default([]),
  /** True: the model server is told `user` as the platform names them, beside the safety identifier. */
  forwardUser: z.boolean().default(false),
  /** Whose `X-Forwarded-For` says where a client is. */
  trustedProxies: TrustedProxies.default([]),
  /** What one client may take of the server, so that others are served. */
  limits: LimitSettings.prefault({}),
  /** The public pages of notices and appeals, or `off`. */
  notices: NoticeSettings,
  /** Who outside is told what happened. */
  webhooks: WebhookSettings.default([]),
  /** Where alarms go by mail; absent: to webhooks and the log only. */
  mail: MailSetting.optional(),
  /** Where the operator's tools find `/metrics` and `/readyz` in full; absent: nowhere. */
  metrics: MetricsAddress.optional(),
  /** Where spans go; absent: nowhere. */
  traces: TracesSetting.optional(),
  /** True: a line in the log for each request. */
  logRequests: z.boolean().default(false),
  /** Seconds for which a server that is to stop still takes requests, once it says that it is not ready. */
  shutdownDelay: z.number().min(0).max(300).default(0),
  /** How long what is kept, and why; see docs/guide/privacy.md. */
  retention: Retention.prefault({}),
  log: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
});
export type Config = z.infer<typeof Config>;
export type ConfigInput = z.input<typeof Config>;

/** What must not be in a file, a log or a report. */
export interface Secrets {
  /** Sent to the upstream as a bearer token. */
  readonly upstreamKey?: string | undefined;
  /** Of several upstreams, by the environment variables TYRIAN_UPSTREAM_KEY and TYRIAN_UPSTREAM_KEY_*. */
  readonly upstreamKeys?: Readonly<Record<string, string>> | undefined;
  /** Of MCP servers, by the environment variables TYRIAN_MCP_*. */
  readonly mcpHeaders?: Readonly<Record<string, string>> | undefined;
  /** Under which keys go into a backup. */
  readonly backupPassphrase?: string | undefined;
  /** Of guard models' servers, by the environment variables TYRIAN_GUARD_KEY and TYRIAN_GUARD_KEY_*. */
  readonly guardKeys: Readonly<Record<string, string>>;
  /** Of webhooks, by the environment variables TYRIAN_WEBHOOK_SECRET_*. */
  readonly webhookSecrets?: Readonly<Record<string, string>> | undefined;
  readonly mailPassword?: string | undefined;
  /** Sent to the collector of spans. */
  readonly tracesHeaders?: string | undefined;
}

/** Parses and freezes a configuration. Throws CONFIG_INVALID, naming each setting that is wrong. */
export function parseConfig(input: unknown): Config {
  const parsed = Config.safeParse(input);
  if (!parsed.success) throw errors.CONFIG_INVALID([z.prettifyError(parsed.error)]);
  if (parsed.data.upstream !== undefined && parsed.data.upstreams !== undefined)
    throw errors.CONFIG_INVALID(['give "upstream" or "upstreams", not both']);
  return Object.freeze(parsed.data);
}
