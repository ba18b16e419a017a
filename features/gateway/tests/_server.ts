import { createHash } from 'node:crypto';
import {
  type ApiKeyId,
  type Commit,
  type Event,
  type HeldEvent,
  type NewEvidence,
  type NewRecord,
  newId,
  type Strike,
  type TenantId,
} from '@tyrian/contracts';
import fastify, { type FastifyInstance } from 'fastify';
import { createGateway } from '../src/gateway.js';
import type { GatewayPorts, Opinions, Principal } from '../src/ports.js';
import { serverLimits } from '../src/server-limits.js';
import { demoUpstream } from '../src/upstream/demo-upstream.js';
import type { Upstream, UpstreamAnswer } from '../src/upstream/upstream.js';
import { createTestGuard, type TestGuard } from './_guard.js';

export interface TestServer {
  readonly app: FastifyInstance;
  readonly guard: TestGuard;
  readonly records: NewRecord[];
  readonly evidence: NewEvidence[];
  /** Of what was held. */
  readonly events: HeldEvent[];
  /** All events, those too. */
  readonly told: Event[];
  readonly strikes: Strike[];
  readonly released: Set<string>;
  readonly logged: object[];
  readonly log: GatewayPorts['log'];
  /** Bodies that reached the model. */
  readonly asked: string[];
  setStorage(append: (commit: Commit) => Promise<void>): void;
}

/** The checks of what a model said. */
export function answersOf({ guard }: TestServer): TestGuard['checked'] {
  return guard.checked.filter(
    ({ generation }) => generation.stage === 'output' && generation.contents[0]?.place !== 'names',
  );
}

export const AUTH = { authorization: 'Bearer tyr_test' };
const TENANT = 'acme' as TenantId;

const KEYS: Readonly<Record<string, Principal>> = {
  tyr_test: { keyId: 'key_1' as ApiKeyId, tenant: TENANT, audience: 'unknown', refusal: 'error' },
  tyr_message: { keyId: 'key_2' as ApiKeyId, tenant: TENANT, audience: 'adult', refusal: 'message' },
  tyr_azure: { keyId: 'key_3' as ApiKeyId, tenant: TENANT, audience: 'unknown', refusal: 'error', dialect: 'azure' },
};

export async function startServer(
  options: {
    upstream?: Upstream;
    guard?: TestGuard;
    prepare?: (app: FastifyInstance) => Promise<void>;
    countHeld?: () => number;
    answers?: GatewayPorts['answers'];
    takeOpinion?: Opinions['take'];
    conduct?: GatewayPorts['conduct'];
    /** In place of those below. */
    ports?: Partial<GatewayPorts>;
    tellsRefusals?: boolean;
  } = {},
): Promise<TestServer> {
  const guard = options.guard ?? createTestGuard();
  const [records, evidence, events, told, logged, asked] = [[], [], [], [], [], []] as [
    NewRecord[],
    NewEvidence[],
    HeldEvent[],
    Event[],
    object[],
    string[],
  ];
  const strikes: Strike[] = [];
  const released = new Set<string>();
  let holdPlaces = 0;
  const inner = options.upstream ?? demoUpstream();
  async function store(commit: Commit): Promise<void> {
    records.push(...(commit.records ?? []));
    evidence.push(...(commit.evidence ?? []));
    told.push(...(commit.events ?? []));
    for (const event of commit.events ?? []) if (event.type === 'verdict.held') events.push(event);
    strikes.push(...(commit.strikes ?? []));
  }
  let append = store;
  const note = (details: object) => void logged.push(details);
  const log = { info: note, warn: note, error: note };
  const ports: GatewayPorts = {
    principals: { authenticate: async (token) => KEYS[token] },
    guardFor: () => guard,
    recorder: { append: (commit) => append(commit) },
    releases: {
      isReleased: async (_tenant, fingerprint) => released.has(fingerprint),
      takeHoldPlace: async (_tenant, _verdict, cap) => (options.countHeld?.() ?? holdPlaces++) < cap,
    },
    holds: {
      find: async (tenant, verdict) =>
        tenant === TENANT && events.some((event) => event.verdict === verdict)
          ? { status: 'open', at: 1, expiresAt: 2, decidedAt: null }
          : undefined,
    },
    feedback: {
      take: options.takeOpinion ?? (async ({ verdict }) => ({ id: newId('feedback'), verdict, sealed: false })),
    },
    pseudonyms: {
      account: (tenant, account) => ({ value: digest(`${tenant} ${account}`), keyId: 'pseudonym-1' }),
      fingerprint: (tenant, canonical) => digest(`${tenant} ${canonical}`),
      canaryBucket: (account) => bucketOf(account),
    },
    upstream: {
      ...inner,
      send: (request) => {
        if (typeof request.body === 'string') asked.push(request.body);
        return inner.send(request);
      },
    },
    answers: options.answers,
    tellsRefusals: options.tellsRefusals,
    conduct: options.conduct,
    clock: { now: () => Date.now() },
    log,
    ...options.ports,
  };
  const app = fastify(serverLimits);
  await options.prepare?.(app);
  await app.register(createGateway(ports));
  function setStorage(next: typeof store): void {
    append = next;
  }
  return { app, guard, records, evidence, events, told, strikes, released, logged, log, asked, setStorage };
}

/** 0 to 100. */
export function bucketOf(account: string): number {
  return (Number.parseInt(digest(account).slice(0, 8), 16) / 2 ** 32) * 100;
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** A model server that answers these bytes, in these pieces. */
export function scriptedUpstream(
  pieces: readonly (string | Uint8Array | Error)[],
  { status = 200, type = 'application/json', headers = {} } = {},
): Upstream {
  async function* body(): AsyncGenerator<Uint8Array> {
    for (const piece of pieces) {
      if (piece instanceof Error) throw piece;
      yield Buffer.from(piece);
    }
  }
  const answer = async (): Promise<UpstreamAnswer> => ({
    status,
    headers: { 'content-type': type, ...headers },
    body: body(),
  });
  return { send: answer, close: async () => undefined };
}

export function completion(...contents: string[]): object {
  return {
    id: 'chatcmpl-1',
    object: 'chat.completion',
    created: 1,
    model: 'm',
    choices: contents.map((content, index) => ({
      index,
      message: { role: 'assistant', content, refusal: null },
      logprobs: null,
      finish_reason: 'stop',
    })),
    usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
  };
}

export function chunk(index: number, delta: object, finish_reason: string | null = null): object {
  return {
    id: 'chatcmpl-1',
    object: 'chat.completion.chunk',
    created: 1,
    model: 'm',
    choices: [{ index, delta, logprobs: null, finish_reason }],
  };
}

export function ask(content: string, more: object = {}): { model: string; messages: object[] } {
  return { model: 'm', messages: [{ role: 'user', content }], ...more };
}

export function post(server: TestServer, url: string, payload: object | string, headers: Record<string, string> = {}) {
  return server.app.inject({
    method: 'POST',
    url,
    headers: { ...AUTH, 'content-type': 'application/json', ...headers },
    payload,
  });
}
