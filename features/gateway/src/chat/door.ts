import { errors } from '@tyrian/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DoorPorts } from '../door-ports.js';
import { asTyrianError } from '../errors/fault.js';
import { toOpenAiError } from '../errors/openai.js';
import { isObject, type JsonObject } from '../fields/field.js';
import { readWalk } from '../fields/reading.js';
import { chatRequest } from '../fields/tables/chat-request.js';
import { createWalk } from '../fields/walk.js';
import { walkDocument } from '../fields/walk-document.js';
import { HELP_URL, offersHelp } from '../refusal/help.js';
import { expectType, readJsonAnswer } from '../upstream/read-answer.js';
import { readRefusal, UpstreamRefusal } from '../upstream/refusal.js';
import type { UpstreamAnswer } from '../upstream/upstream.js';
import { type Exchange, openExchange } from '../verdict/exchange.js';
import { isPassed, type Judged, judge, mergeCommits } from '../verdict/judge.js';
import { store } from '../verdict/store.js';
import { checkAnswer } from './answer.js';
import { abortOnDisconnect } from './call.js';
import { failedCommit, isAbort } from './failed.js';
import { startHeartbeat } from './heartbeat.js';
import { sendRefusedPrompt } from './refuse.js';
import { checkStream, RecordedFault } from './stream.js';

type ChatHandler = (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>;

interface Passed {
  readonly exchange: Exchange;
  readonly prompt: Judged;
  /** The prompt as the model server reads it. */
  readonly body: string;
  /** Resolves once the record of the prompt is durable. */
  readonly stored: Promise<void>;
  readonly abort: AbortController;
}

/** POST /v1/chat/completions: checks the prompt, asks the model, checks the answer. */
export function chatDoor(ports: DoorPorts): ChatHandler {
  return async (request, reply) => {
    const abort = abortOnDisconnect(reply);
    const document = request.body;
    const walk = createWalk('request');
    if (!isObject(document)) throw errors.BODY_NOT_JSON(['it is not an object']);
    walkDocument(chatRequest, document, walk);
    const exchange = openExchange(ports, request, {
      door: 'openai.chat',
      model: document.model,
      account: document.safety_identifier ?? document.user,
    });
    const prompt = await judge(ports, exchange, readWalk(walk, 'input'), { stage: 'input' });
    // Queued before the model is asked, durable before the first byte leaves.
    const stored = store(ports.recorder, prompt.commit);
    stored.catch(() => abort.abort());
    const streamed = document.stream === true;
    if (!isPassed(prompt.verdict)) {
      await stored;
      const { verdict, reading } = prompt;
      return sendRefusedPrompt(reply, {
        exchange,
        settings: ports.answers ?? {},
        verdict,
        contents: reading.contents,
        streamed,
        now: ports.clock.now(),
      });
    }
    reply.header('x-tyrian-verdict', prompt.verdict.id);
    if (offersHelp(prompt.verdict)) reply.header('x-tyrian-help', HELP_URL);
    const passed = { exchange, prompt, body: bodyForUpstream(document), stored, abort };
    return streamed ? passStream(ports, reply, passed) : passJson(ports, reply, passed);
  };
}

/**
 * Always written anew, also where nothing was repaired: with the client's bytes a model server whose parser takes the
 * first of two equal keys, or reads a broken character otherwise, would read something that was never checked.
 */
function bodyForUpstream(document: JsonObject): string {
  return JSON.stringify(document);
}

async function passJson(ports: DoorPorts, reply: FastifyReply, passed: Passed): Promise<FastifyReply> {
  const { exchange, prompt, stored } = passed;
  try {
    const answer = await askUpstream(ports, passed, 'application/json');
    const { body, judged } = await checkAnswer(ports, exchange, prompt, await readJsonAnswer(answer));
    await Promise.all([stored, store(ports.recorder, mergeCommits(judged.map(({ commit }) => commit)))]);
    reply.header('x-tyrian-verdict', [prompt, ...judged].map(({ verdict }) => verdict.id).join(', '));
    return reply.type('application/json; charset=utf-8').send(JSON.stringify(body));
  } catch (cause) {
    throw await settleFault(ports, passed, cause);
  }
}

async function passStream(ports: DoorPorts, reply: FastifyReply, passed: Passed): Promise<FastifyReply> {
  const { exchange, prompt, stored } = passed;
  reply.header('cache-control', 'no-store');
  const heartbeat = startHeartbeat(reply, stored);
  try {
    const answer = await askUpstream(ports, passed, 'text/event-stream');
    const [{ events, judged }] = await Promise.all([checkStream(ports, exchange, prompt, answer), stored]);
    if (!heartbeat.hasBegun())
      reply.header('x-tyrian-verdict', [prompt, ...judged].map(({ verdict }) => verdict.id).join(', '));
    return heartbeat.finish(events);
  } catch (cause) {
    heartbeat.stop();
    const fault = await settleFault(ports, passed, cause).catch((storage: unknown) => storage);
    if (!heartbeat.hasBegun()) throw fault;
    const body =
      fault instanceof UpstreamRefusal
        ? fault.body
        : toOpenAiError(asTyrianError(fault, exchange.requestId, ports.log));
    return heartbeat.fail(body);
  }
}

async function askUpstream(
  ports: DoorPorts,
  passed: Passed,
  accept: 'application/json' | 'text/event-stream',
): Promise<UpstreamAnswer> {
  const { exchange, prompt, body, abort } = passed;
  const answer = await ports.upstream.send({
    api: 'openai',
    method: 'POST',
    path: '/chat/completions',
    body,
    accept,
    ...(exchange.model !== null && { model: exchange.model }),
    signal: abort.signal,
  });
  if (answer.status >= 400) {
    throw await readRefusal(answer, async (reading) => {
      const words = await judge(ports, exchange, reading, {
        stage: 'output',
        prompt: prompt.reading.contents,
        before: prompt.verdict.signals,
        reserved: prompt.restorations.placeholders,
      });
      await store(ports.recorder, words.commit);
      return words.verdict.decision === 'allow';
    });
  }
  expectType(answer, accept);
  return answer;
}

/** Makes what went wrong durable, and says what to answer. A client that is gone gets none, but leaves a record. */
async function settleFault(ports: DoorPorts, passed: Passed, cause: unknown): Promise<unknown> {
  const { exchange, stored, abort } = passed;
  abort.abort();
  await stored;
  if (cause instanceof RecordedFault) return isAbort(cause.cause) ? errors.UPSTREAM_CUT() : cause.cause;
  await store(ports.recorder, failedCommit(ports, exchange, cause));
  return isAbort(cause) ? errors.UPSTREAM_CUT() : cause;
}
