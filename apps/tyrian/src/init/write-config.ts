import type { Audience } from '@tyrian/contracts';
import { SHIPPED_POLICIES } from '../assets.js';

export const PLATFORM_KINDS = ['chat', 'children', 'images', 'workplace', 'models'] as const;
export type PlatformKind = (typeof PLATFORM_KINDS)[number];

export interface Answers {
  readonly kind: PlatformKind;
  readonly country: string | undefined;
  readonly audience: Audience;
  readonly adultContent: boolean;
  readonly upstream: string | undefined;
}

const POLICY_OF_KIND: Record<PlatformKind, (typeof SHIPPED_POLICIES)[number]> = {
  chat: 'open-chat',
  children: 'children',
  images: 'image-network',
  workplace: 'workplace',
  models: 'open-chat',
};

/** The configuration file, commented so that it can be read without the manual. */
export function writeConfig({ kind, country, audience, adultContent, upstream }: Answers): string {
  return `# Configuration of Tyrian. Every setting can also be given as a flag of "tyrian serve" or as TYRIAN_NAME.

# Who can reach the server. 127.0.0.1: only this machine. 0.0.0.0: everyone who can reach it; put TLS in front.
host: 127.0.0.1
port: 8080

# The embedded database, the keys and the operator's socket live here. Back it up; lose it and the record is lost.
data: tyrian-data

# "embedded", or postgres://user@host/name for more than one machine.
database: embedded

# The folder of the keys, which all machines on one database share; in the data folder unless given.
# keys: /srv/tyrian-keys

# false: "tyrian worker" does the background work (PostgreSQL only).
# worker: true

# The model server that is checked, up to and with /v1. Its key goes into the environment: TYRIAN_UPSTREAM_KEY.
# Without this line the built-in demo model answers, which is no real model.
${upstream === undefined ? '# upstream: http://127.0.0.1:11434/v1' : `upstream: ${JSON.stringify(upstream)}`}

# Several model servers in place of the one. See docs/guide/many-machines.md.
# upstreams: []
# MCP servers whose tools, prompts and resources are checked, at /mcp/NAME. See docs/guide/mcp.md.
# mcpServers: [{ name: tickets, url: "https://tickets.internal/mcp", headersFrom: { authorization: TYRIAN_MCP_TICKETS } }]

# A shipped policy (${SHIPPED_POLICIES.join(', ')}), or the path of a YAML file of your own.
policy: ${POLICY_OF_KIND[kind]}

# "observe" gives verdicts and refuses nothing but what is locked: a good first week. "enforce" acts on them.
mode: enforce

# After so many days of observing the server proposes to enforce, and says what would have been refused.
observeDays: 14

# Who a key's users are unless the key says otherwise: child, teen, adult or unknown (which counts as teen).
audience: ${audience}

# Whether adults may have sexually explicit material. Minors never may.
adultContent: ${adultContent}

# The country whose law sealed evidence falls under, and whose help lines are named.
${country === undefined ? '# country: DE' : `country: ${country}`}

# The language in which people are answered where neither their prompt nor their request says one.
# language: en

# A file of help lines in place of the one that comes along; "tyrian doctor" says how old that is.
# helpLines: help-lines.yaml

# What repeated refusals lead to, for accounts, addresses and keys; "off" for nothing. See docs/guide/conduct.md.
# conduct: off

# Into which queue a case goes for people to decide: the first row that asks for it, else "general". What is about child
# safety has a queue of its own. See docs/guide/review.md.
# queues: [{ name: urgent, hazards: [S1, S3, S9, S11], priority: 80 }, { name: german, languages: [de], dueHours: 24 }]

# Who may vouch for users by signed tokens: issuer, audience, jwks. See docs/guide/keys.md.
# issuers: []

# Whether the model server is told who a user is as your platform names them. It learns to tell users apart either way.
# forwardUser: false

# Load balancers whose X-Forwarded-For says where a client is, for the ladder of addresses: addresses or ranges.
# trustedProxies: [10.0.0.0/8]

# How many connections may be open, and how many seconds headers and requests may take to arrive and answers to be read.
# limits: { connections: 10000, headerSeconds: 15, requestSeconds: 30, readSeconds: 60 }

# The public pages /notice, /appeal and /usage-policy: what the service is called there, and where people write to. "off" for
# none; then people must be able to reach you in another way. See docs/guide/notices.md.
# notices: { service: "Example Chat", contact: "safety@example.org" }

# Who is told what happened, and where alarms go by mail. Secrets go into the environment. See docs/guide/webhooks.md.
# webhooks: []
# mail: { server: "smtps://mail.example.org:465", from: tyrian@example.org, to: [oncall@example.org] }

# Where Prometheus finds /metrics, and you /readyz in full. Whoever reaches this address may read it. See docs/guide/operations.md.
# metrics: 127.0.0.1:9464

# Where OpenTelemetry spans go; without content. Without this line nowhere.
# traces: { endpoint: "http://127.0.0.1:4318/v1/traces", ratio: 0.1 }

# Whether the log has a line for each request: ids, time and outcome.
# logRequests: false

# Seconds for which a server that is to stop still takes requests, so that a load balancer can see that it is not ready.
# shutdownDelay: 0
# How long what is kept, in days, and why; "tyrian audit retention" shows all of it. See docs/guide/privacy.md.
# retention: { judgements: 365, evidence: { refusal: 180, hold: 180 } }

# What is logged on standard error: debug, info, warn, error, silent. Content is never logged.
log: info
`;
}
