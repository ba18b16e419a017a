import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';
import { createCallCount, type StandInCalls } from './call-count.js';
import { classifyRoutes } from './classify-routes.js';
import { readJsonBody, sendJson } from './json-body.js';
import { judgeRequest } from './judge-request.js';
import { MISBEHAVIOURS, type Misbehaviour, sendBadly } from './misbehaviour.js';
import { type StandInFamily, standInModels } from './models/all.js';
import { createMood } from './mood.js';
import { promptRoutes } from './prompt-routes.js';
import { StandInRefusal } from './refusal.js';
import type { StandInRoute } from './routes.js';

export interface GuardStandInOptions {
  /** 0, the default: any that is free. */
  readonly port?: number;
  readonly family: StandInFamily;
  /** What it calls the model; the family's usual name by default. */
  readonly model?: string;
  /** Of a prompt, or of a text to classify, in characters; a longer one is answered 400. 200,000 by default. */
  readonly maxCharacters?: number;
  /** What it looks like to those who look for servers: `ollama`, the default, or one that has `/v1/models` alone. */
  readonly listsAs?: 'ollama' | 'openai';
  /** Asked of everyone, where given. */
  readonly apiKey?: string;
  /** Goes wrong this way from the start. */
  readonly misbehave?: Misbehaviour;
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
const MAX_CHARACTERS = 200_000;
const Change = z.object({ mode: z.enum(MISBEHAVIOURS).optional(), times: z.number().int().positive().optional() });

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
  const model = standInModels[options.family];
  const name = options.model ?? model.name;
  const judge = { model, name, maxCharacters: options.maxCharacters ?? MAX_CHARACTERS };
  const { countRequest, countTexts, calls } = createCallCount();
  const mood = createMood(options.misbehave);
  const lists: Readonly<Record<string, object>> = {
    ...(options.listsAs !== 'openai' && {
      '/api/version': { version: '0.12.11' },
      '/api/tags': { models: [{ name, model: name }] },
    }),
    '/v1/models': { object: 'list', data: [{ id: name, object: 'model', owned_by: 'stand-in' }] },
  };

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url ?? '/', 'http://stand-in');
    const body = await readJsonBody(request);
    if (pathname === '/stand-in/calls') return sendJson(response, 200, calls());
    if (pathname === '/stand-in/misbehave') {
      const change = Change.safeParse(body);
      if (change.success) mood.set(change.data.mode, change.data.times);
      return sendJson(response, change.success ? 200 : 400, { modes: MISBEHAVIOURS });
    }
    countRequest(pathname);
    const bad = mood.next(request.headers['x-stand-in-misbehave']);
    const list = Object.hasOwn(lists, pathname) ? lists[pathname] : undefined;
    if (list !== undefined) return sendBadly(bad, response, list);
    const route = Object.hasOwn(ROUTES, pathname) ? ROUTES[pathname] : undefined;
    if (route === undefined || request.method !== 'POST') return sendJson(response, 404, { error: 'no such route' });
    try {
      if (!mayAsk(request, options.apiKey)) throw new StandInRefusal(401, 'the key is wrong');
      const read = route.read(body);
      countTexts(read.asked.length);
      const said = judgeRequest(read, judge, bad);
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
    misbehave: (how, times) => mood.set(how, times),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function mayAsk({ headers }: IncomingMessage, key: string | undefined): boolean {
  if (key === undefined) return true;
  return headers.authorization === `Bearer ${key}` || headers['ocp-apim-subscription-key'] === key;
}
