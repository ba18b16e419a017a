import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { classifyRoutes } from './classify-routes.js';
import { MISBEHAVIOURS, type Misbehaviour, sendBadly } from './misbehaviour.js';
import { type StandInFamily, standInModels } from './models/all.js';
import { promptRoutes } from './prompt-routes.js';
import { StandInRefusal } from './refusal.js';
import type { RouteRequest, StandInRoute } from './routes.js';
import type { Said, StandInModel } from './stand-in-model.js';
import { standInHazards } from './words.js';

export interface GuardStandInOptions {
  /** 0, the default: any that is free. */
  readonly port?: number;
  readonly family: StandInFamily;
  /** What it calls the model; the family's usual name by default. */
  readonly model?: string;
  /** Of a prompt, or of a text to classify, in characters; a longer one is answered 400. */
  readonly maxCharacters?: number;
  /** What it looks like to those who look for servers: `ollama`, the default, or one that has `/v1/models` alone. */
  readonly listsAs?: 'ollama' | 'openai';
  /** Asked of everyone, where given. */
  readonly apiKey?: string;
  /** Goes wrong this way from the start. */
  readonly misbehave?: Misbehaviour;
}

/** What it was asked, without a word of it. */
export interface StandInCalls {
  readonly total: number;
  readonly byPath: Readonly<Record<string, number>>;
  /** Texts of each request to judge, in order. */
  readonly batches: readonly number[];
}

export interface GuardStandIn {
  readonly url: string;
  readonly model: string;
  calls(): StandInCalls;
  /** Goes wrong this way for the next `times` requests (all, by default), or well again with `undefined`. */
  misbehave(how: Misbehaviour | undefined, times?: number): void;
  close(): Promise<void>;
}

const ROUTES: Readonly<Record<string, StandInRoute>> = { ...promptRoutes, ...classifyRoutes };
const MAX_BODY_BYTES = 16 * 1024 * 1024;
const MAX_CHARACTERS = 200_000;
const MOST_BATCHES = 10_000;

/**
 * A server of ours in place of a guard model's, on 127.0.0.1, for tests and to try things out: no model, it knows made-up
 * words only (`STAND_IN_WORDS`). Speaks the interface of every kind of server, refuses what a real one would refuse,
 * answers in the family's own form, and goes wrong on demand (`misbehave`, or `POST /stand-in/misbehave`, or the header
 * `x-stand-in-misbehave`).
 *
 * @example
 * const standIn = await startGuardStandIn({ family: 'llama-guard-3' });
 */
export async function startGuardStandIn(options: GuardStandInOptions): Promise<GuardStandIn> {
  const model: StandInModel = standInModels[options.family];
  const name = options.model ?? model.name;
  const maxCharacters = options.maxCharacters ?? MAX_CHARACTERS;
  const byPath: Record<string, number> = {};
  const batches: number[] = [];
  let how = options.misbehave;
  let timesLeft = Number.POSITIVE_INFINITY;
  const calls = (): StandInCalls => ({
    total: Object.values(byPath).reduce((sum, count) => sum + count, 0),
    byPath: { ...byPath },
    batches: [...batches],
  });
  function misbehave(next: Misbehaviour | undefined, times = Number.POSITIVE_INFINITY): void {
    how = next;
    timesLeft = times;
  }

  function misbehaviourNow(request: IncomingMessage): Misbehaviour | undefined {
    const header = MISBEHAVIOURS.find((known) => known === request.headers['x-stand-in-misbehave']);
    if (header !== undefined || how === undefined) return header;
    if (timesLeft-- > 0) return how;
    return undefined;
  }

  function judge(request: RouteRequest, bad: Misbehaviour | undefined): Said[] {
    if (request.model !== undefined && request.model !== name)
      throw new StandInRefusal(404, 'there is no model of this name');
    return request.asked.map((asked) => {
      const size =
        asked.kind === 'chat'
          ? sizeOf(asked.messages)
          : (asked.kind === 'completion' ? asked.prompt : asked.text).length;
      if (size > maxCharacters) throw new StandInRefusal(400, `the prompt is longer than ${maxCharacters} characters`);
      const lack = model.lacks(asked);
      if (lack !== undefined) throw new StandInRefusal(400, lack);
      return bad === 'wrong-code' ? model.unknownCategory : model.answer(standInHazards(model.judged(asked)), asked);
    });
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url ?? '/', 'http://stand-in');
    const route = Object.hasOwn(ROUTES, pathname) ? ROUTES[pathname] : undefined;
    const body = await readBody(request);
    if (pathname === '/stand-in/calls') return sendJson(response, 200, calls());
    if (pathname === '/stand-in/misbehave') {
      const { mode, times } = body as { mode?: Misbehaviour; times?: number };
      misbehave(
        MISBEHAVIOURS.find((known) => known === mode),
        times,
      );
      return sendJson(response, 200, { mode: how ?? null });
    }
    byPath[pathname] = (byPath[pathname] ?? 0) + 1;
    const bad = misbehaviourNow(request);
    const hasTags = options.listsAs !== 'openai';
    if (pathname === '/api/tags' && hasTags) return sendBadly(bad, response, { models: [{ name, model: name }] });
    if (pathname === '/api/version' && hasTags) return sendBadly(bad, response, { version: '0.12.11' });
    if (pathname === '/v1/models')
      return sendBadly(bad, response, { object: 'list', data: [{ id: name, object: 'model', owned_by: 'stand-in' }] });
    if (route === undefined || request.method !== 'POST') return sendJson(response, 404, { error: 'no such route' });
    try {
      if (options.apiKey !== undefined && !hasKey(request, options.apiKey))
        throw new StandInRefusal(401, 'the key is wrong');
      const read = route.read(body);
      if (batches.length < MOST_BATCHES) batches.push(read.asked.length);
      const said = judge(read, bad);
      await sendBadly(bad, response, route.answer(said, bad === 'no-logprobs' ? { ...read, topLogprobs: 0 } : read));
    } catch (fault) {
      if (!(fault instanceof StandInRefusal)) throw fault;
      sendJson(response, fault.status, route.refuse(fault.status, fault.message));
    }
  }

  const server = createServer((request, response) => {
    serve(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    model: name,
    calls,
    misbehave,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const sizeOf = (messages: readonly { readonly text: string }[]): number =>
  messages.reduce((sum, { text }) => sum + text.length, 0);

function hasKey({ headers }: IncomingMessage, key: string): boolean {
  return headers.authorization === `Bearer ${key}` || headers['ocp-apim-subscription-key'] === key;
}

async function readBody(request: AsyncIterable<Uint8Array>): Promise<unknown> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    bytes += chunk.byteLength;
    if (bytes > MAX_BODY_BYTES) throw new RangeError('the body is too large');
    chunks.push(chunk);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch {
    return undefined;
  }
}

function sendJson(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
