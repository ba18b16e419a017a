import { errors } from '@tyrian/contracts';
import { NOTHING_TO_RESTORE } from '@tyrian/guard';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { DoorPorts } from '../../door-ports.js';
import { ID } from '../../fields/alphabet.js';
import { deletedAnswer, inputItemsAnswer } from '../../fields/tables/responses/answer.js';
import { INCLUDABLE } from '../../fields/tables/responses/request.js';
import { expectType, readJsonAnswer } from '../../upstream/read-answer.js';
import type { UpstreamAnswer, UpstreamRequest } from '../../upstream/upstream.js';
import { type Exchange, openExchange } from '../../verdict/exchange.js';
import { judge, mergeCommits } from '../../verdict/judge.js';
import { store } from '../../verdict/store.js';
import { abortOnDisconnect } from '../call.js';
import { openAiDialect } from '../dialects/openai.js';
import type { AnswerShape } from '../door.js';
import { failedCommit, isAbort } from '../failed.js';
import { type AnsweredPrompt, checkAnswer } from '../json-answer.js';
import { readRefusal } from '../upstream-refusal.js';
import { messageItem, refusalPart } from './response-object.js';
import { responseShape } from './responses.js';

interface StoredRoute {
  readonly method: UpstreamRequest['method'];
  /** Below `/responses/:id`. */
  readonly action: string;
  readonly summary: string;
  readonly shape: AnswerShape;
}

const inputItems: AnswerShape = {
  accept: 'application/json',
  table: inputItemsAnswer,
  choicesIn: () => new Set([0]),
  refuse(body, _choice, refusal) {
    const said = messageItem('msg_0', 'completed', [refusalPart(refusal)]);
    Object.assign(body, { data: [said], first_id: said.id, last_id: said.id, has_more: false });
  },
};

const deleted: AnswerShape = {
  accept: 'application/json',
  table: deletedAnswer,
  choicesIn: () => new Set(),
  refuse: () => undefined,
};

const ROUTES: readonly StoredRoute[] = [
  { method: 'GET', action: '', summary: 'A stored response, checked as it is read back', shape: responseShape },
  { method: 'DELETE', action: '', summary: 'Deletes a stored response', shape: deleted },
  { method: 'POST', action: '/cancel', summary: 'Stops a response in the background', shape: responseShape },
  { method: 'GET', action: '/input_items', summary: 'What a stored response was made from', shape: inputItems },
];

/** The prompt of what is read back was judged when it came, or came past another door: it is not here. */
const UNKNOWN_PROMPT: AnsweredPrompt = {
  reading: { contents: [] },
  verdict: { signals: [] },
  restorations: NOTHING_TO_RESTORE,
};

/** Routes to responses that the model server keeps: what they give back is checked like any answer. */
export function storedResponses(app: FastifyInstance, ports: DoorPorts, prefix = '/v1'): void {
  for (const stored of ROUTES) {
    app.route<{ Params: { id: string } }>({
      method: stored.method,
      url: `${prefix}/responses/:id${stored.action}`,
      schema: { summary: stored.summary, tags: ['openai'] },
      handler: (request, reply) => answerStored(ports, stored, request, reply),
    });
  }
}

async function answerStored(
  ports: DoorPorts,
  { method, action, shape }: StoredRoute,
  request: FastifyRequest<{ Params: { id: string } }>,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { id } = request.params;
  if (id.length > 256 || !ID.pattern.test(id)) throw errors.FIELD_INVALID(['id', `may hold ${ID.name} only`]);
  const path = `/responses/${encodeURIComponent(id)}${action}${queryOf(request.query)}`;
  const exchange = openExchange(ports, request, { door: 'openai.responses' });
  const abort = abortOnDisconnect(reply);
  reply.header('cache-control', 'no-store');
  try {
    const { accept } = shape;
    const answer = await ports.upstream.send({
      api: 'openai',
      method,
      path,
      accept,
      upstream: exchange.principal.upstream ?? undefined,
      signal: abort.signal,
    });
    if (answer.status >= 400) throw await refusedBy(ports, exchange, answer);
    expectType(answer, 'application/json');
    const body = await readJsonAnswer(answer);
    const judged = await checkAnswer(ports, exchange, UNKNOWN_PROMPT, shape, body);
    await store(ports.recorder, mergeCommits(judged.map(({ commit }) => commit)));
    if (judged.length > 0) reply.header('x-tyrian-verdict', judged.map(({ verdict }) => verdict.id).join(', '));
    // The client's own word.
    if (body.id !== undefined) body.id = id;
    return reply.type('application/json; charset=utf-8').send(JSON.stringify(body));
  } catch (cause) {
    abort.abort();
    await store(ports.recorder, failedCommit(ports, exchange, cause));
    throw isAbort(cause) ? errors.UPSTREAM_CUT() : cause;
  }
}

async function refusedBy(ports: DoorPorts, exchange: Exchange, answer: UpstreamAnswer): Promise<Error> {
  return readRefusal(answer, openAiDialect, async (reading) => {
    const words = await judge(ports, exchange, reading, { stage: 'output' });
    await store(ports.recorder, words.commit);
    return words.verdict.decision === 'allow';
  });
}

const KNOWN_WORDS: Readonly<Record<string, ReadonlySet<string>>> = {
  'include[]': new Set(INCLUDABLE),
  include: new Set(INCLUDABLE),
  order: new Set(['asc', 'desc']),
};
const LIMIT = /^[1-9][0-9]{0,2}$/;

/** The query as it goes on; streams of stored responses are not offered. */
function queryOf(query: unknown): string {
  const passed = new URLSearchParams();
  for (const [name, given] of Object.entries(query ?? {})) {
    // Azure's clients send it with every request; it is ours, not the model server's.
    if (name === 'api-version') continue;
    const values: unknown[] = Array.isArray(given) ? given : [given];
    for (const value of values) {
      if (typeof value !== 'string' || !takesQuery(name, value)) throw errors.FIELD_UNKNOWN([name.slice(0, 100)]);
      passed.append(name, value);
    }
  }
  const text = passed.toString();
  return text === '' ? '' : `?${text}`;
}

function takesQuery(name: string, value: string): boolean {
  if (name === 'limit') return LIMIT.test(value);
  if (name === 'after') return value.length <= 256 && ID.pattern.test(value);
  return KNOWN_WORDS[name]?.has(value) ?? false;
}
