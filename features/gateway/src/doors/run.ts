import { errors, type Verdict } from '@tyrian/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { admit } from '../conduct/admit.js';
import { hideConduct } from '../conduct/tell.js';
import type { DoorPorts } from '../door-ports.js';
import { asTyrianError } from '../errors/fault.js';
import { isObject, type JsonObject } from '../fields/field.js';
import { readWalk } from '../fields/reading.js';
import { createWalk } from '../fields/walk.js';
import { walkDocument } from '../fields/walk-document.js';
import { principalOf } from '../principal/authenticate.js';
import { HELP_URL, offersHelp } from '../refusal/help.js';
import { readUsage } from '../telemetry/read-usage.js';
import { expectType, readJsonAnswer } from '../upstream/read-answer.js';
import type { UpstreamAnswer } from '../upstream/upstream.js';
import { type Exchange, openExchange } from '../verdict/exchange.js';
import { isPassed, type Judged, judge, mergeCommits, type Tighten } from '../verdict/judge.js';
import { withSafetyIdentifier } from '../verdict/safety-identifier.js';
import { store } from '../verdict/store.js';
import { azureOf } from './azure/door.js';
import { abortOnDisconnect } from './call.js';
import type { Dialect } from './dialect.js';
import type { AnswerShape, Asked, Door, Outgoing, RouteParams } from './door.js';
import { codeOf, failedCommit, isAbort } from './failed.js';
import { checkAnswer } from './json-answer.js';
import { flaggedFor } from './moderation.js';
import { type ModerationAsked, moderationAsked } from './moderation-asked.js';
import { refusalOf, sendRefusal } from './refusal.js';
import { StreamEngine } from './stream/engine.js';
import { streamingModeOf } from './stream/mode.js';
import { openOutlet } from './stream/outlet.js';
import type { StreamShape } from './stream/shape.js';
import { readRefusal, UpstreamRefusal } from './upstream-refusal.js';

type Handler = (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>;

interface Passed {
  readonly door: Door;
  readonly dialect: Dialect;
  readonly exchange: Exchange;
  readonly prompt: Judged;
  /** The request as it was walked. */
  readonly document: JsonObject;
  /** The prompt as the model server reads it. */
  readonly outgoing: Outgoing;
  readonly asked: Asked;
  readonly moderation: ModerationAsked | undefined;
  /** Resolves once the record of the prompt is durable. */
  readonly stored: Promise<void>;
  readonly abort: AbortController;
}

/** What every door does with a request: checks the prompt, asks the model, checks the answer. */
export function answerAt(ports: DoorPorts, opened: Door): Handler {
  return async (request, reply) => {
    const door = spokenTo(request, opened);
    const { dialect } = door;
    const abort = abortOnDisconnect(reply);
    const params = { ...paramsOf(request), ...door.readHeaders?.(request.headers) };
    const document = await documentOf(door, request);
    door.prepare?.(document, params);
    const walk = createWalk('request');
    walkDocument(door.request, document, walk);
    const asked = door.asked(document);
    const { model, account } = asked;
    const exchange = await admit(ports, openExchange(ports, request, { door: door.name, model, account }), reply);
    const moderation = moderationAsked(asked.moderation);
    const tighten = moderation?.blocks.input ? flaggedFor(exchange) : undefined;
    const prompt = await judge(ports, exchange, readWalk(walk, 'input'), { stage: 'input', tighten });
    // Queued before the model is asked, durable before the first byte leaves.
    const stored = store(ports.recorder, prompt.commit);
    stored.catch(() => abort.abort());
    reply.header('x-tyrian-verdict', prompt.verdict.id);
    if (!isPassed(prompt.verdict)) {
      await stored;
      return sendRefused(ports, reply, { door, dialect, exchange, prompt, asked });
    }
    if (offersHelp(prompt.verdict)) reply.header('x-tyrian-help', HELP_URL);
    const outgoing = door.forward(identified(ports, door, exchange, document), params);
    const passed: Passed = { door, dialect, exchange, prompt, document, outgoing, asked, moderation, stored, abort };
    const { stream } = door;
    return asked.isStreamed && stream ? passStream(ports, reply, passed, stream) : passWhole(ports, reply, passed);
  };
}

/** The model server learns to tell users apart, not who they are. */
function identified(ports: DoorPorts, { identity }: Door, exchange: Exchange, document: JsonObject): JsonObject {
  const { principal, signedAccount } = exchange;
  return identity ? withSafetyIdentifier(document, identity, { principal, signedAccount }, ports) : document;
}

/** A key says whose dialect it is answered in. */
function spokenTo(request: FastifyRequest, door: Door): Door {
  return principalOf(request).dialect === 'azure' ? azureOf(door) : door;
}

function tightenOutput({ exchange, moderation }: Passed): Tighten | undefined {
  return moderation?.blocks.output ? flaggedFor(exchange) : undefined;
}

function paramsOf({ params }: FastifyRequest): RouteParams {
  const entries = isObject(params) ? Object.entries(params) : [];
  return Object.fromEntries(entries.flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])));
}

async function documentOf(door: Door, request: FastifyRequest): Promise<JsonObject> {
  const { body } = request;
  if (door.readBody) return door.readBody(body, request.headers['content-type'] ?? '');
  if (!isObject(body)) throw errors.BODY_NOT_JSON(['it is not an object']);
  return body;
}

function sendRefused(
  ports: DoorPorts,
  reply: FastifyReply,
  { door, dialect, exchange, prompt, asked }: Pick<Passed, 'door' | 'dialect' | 'exchange' | 'prompt' | 'asked'>,
): FastifyReply {
  const { verdict, reading } = prompt;
  const refusal = refusalOf(ports, exchange, reading.contents, verdict);
  const { spoken, stream } = door;
  if (!refusal.isSpoken || !spoken) return sendRefusal(reply, dialect, refusal);
  hideConduct(reply, verdict);
  const now = ports.clock.now();
  if (!asked.isStreamed || !spoken.stream || !stream) return reply.send(spoken.json(refusal, exchange, now));
  return reply.type(stream.contentType).send(spoken.stream(refusal, exchange, now));
}

async function passWhole(ports: DoorPorts, reply: FastifyReply, passed: Passed): Promise<FastifyReply> {
  const { door, dialect, exchange, prompt, document, moderation, stored } = passed;
  const { answer: shape } = door;
  try {
    const answer = await askUpstream(ports, passed, shape.accept);
    if (!shape.read) expectType(answer, shape.accept);
    const body = await (shape.read ?? readJsonAnswer)(answer);
    noteUsage(exchange, body);
    exchange.watch.heard();
    const judged = await checkAnswer(ports, exchange, prompt, shape, body, tightenOutput(passed));
    shape.annotate?.(body, { exchange, prompt, answers: judged, moderation });
    await Promise.all([stored, store(ports.recorder, mergeCommits(judged.map(({ commit }) => commit)))]);
    nameVerdicts(reply, [prompt, ...judged]);
    const whole = refusedWhole(shape, body, judged);
    if (whole) return sendRefusal(reply, dialect, refusalOf(ports, exchange, prompt.reading.contents, whole));
    const written = shape.write?.(body, document) ?? {
      body: JSON.stringify(body),
      contentType: 'application/json; charset=utf-8',
    };
    return reply.type(written.contentType).send(written.body);
  } catch (cause) {
    throw await settleFault(ports, passed, cause);
  }
}

function noteUsage({ watch }: Exchange, body: JsonObject): void {
  const usage = watch.readsUsage ? readUsage(body) : undefined;
  if (usage) watch.used(usage);
}

/** Where an answer has no place for a refusal: leaves out what was refused, or says why nothing is left. */
function refusedWhole(shape: AnswerShape, body: JsonObject, judged: readonly Judged[]): Verdict | undefined {
  if (shape.refuse) return undefined;
  const refused = judged.filter(({ verdict }) => !isPassed(verdict));
  if (refused.length === 0) return undefined;
  if (!shape.leaveOut || refused.length === judged.length) return refused[0]?.verdict;
  shape.leaveOut(body, new Set(refused.map(({ choice }) => choice ?? 0)));
  return undefined;
}

function nameVerdicts(reply: FastifyReply, judged: readonly Judged[]): void {
  for (const { verdict } of judged) hideConduct(reply, verdict);
  reply.header('x-tyrian-verdict', judged.map(({ verdict }) => verdict.id).join(', '));
}

async function passStream(
  ports: DoorPorts,
  reply: FastifyReply,
  passed: Passed,
  shape: StreamShape,
): Promise<FastifyReply> {
  const { exchange, prompt, stored, abort, asked, dialect, moderation } = passed;
  reply.header('cache-control', 'no-store');
  const outlet = openOutlet(reply, { ...shape, ready: stored });
  try {
    const answer = await askUpstream(ports, passed, shape.accept);
    expectType(answer, shape.accept);
    const engine = new StreamEngine({
      ports,
      exchange,
      prompt,
      shape,
      outlet,
      // What is to be refused as a whole must not leave in parts.
      mode: moderation?.blocks.output ? 'buffer' : streamingModeOf(exchange),
      moderation,
      tighten: tightenOutput(passed),
      expected: asked.choices ?? 1,
      onJudged: (judged) => {
        if (!outlet.hasBegun) nameVerdicts(reply, [prompt, ...judged]);
      },
    });
    const cut = await engine.run(answer);
    exchange.watch.heard();
    if (cut) throw cut;
    await stored;
    outlet.end();
    // What is refused is not waited for.
    abort.abort();
    return reply;
  } catch (cause) {
    outlet.stop();
    const fault = await settleFault(ports, passed, cause).catch((storage: unknown) => storage);
    if (!outlet.hasBegun) throw fault;
    const body =
      fault instanceof UpstreamRefusal
        ? dialect.upstream(fault.words, exchange.requestId)
        : dialect.error(asTyrianError(fault, exchange.requestId, ports.log), exchange.requestId);
    await outlet.write(shape.fail(body));
    outlet.end();
    return reply;
  }
}

async function askUpstream(ports: DoorPorts, passed: Passed, accept: string): Promise<UpstreamAnswer> {
  const { door, dialect, exchange, prompt, outgoing, abort } = passed;
  const trace = exchange.watch.asked();
  const answer = await ports.upstream.send({
    api: door.api,
    method: 'POST',
    ...outgoing,
    ...(trace && { headers: { ...outgoing.headers, ...trace } }),
    accept,
    model: exchange.model ?? undefined,
    upstream: exchange.principal.upstream ?? undefined,
    signal: abort.signal,
  });
  if (answer.status < 400) return answer;
  throw await readRefusal(answer, dialect, async (reading) => {
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

/** Makes what went wrong durable, and says what to answer. A client that is gone gets none, but leaves a record. */
async function settleFault(ports: DoorPorts, passed: Passed, cause: unknown): Promise<unknown> {
  const { exchange, stored, abort } = passed;
  abort.abort();
  exchange.watch.failed(codeOf(cause));
  await stored;
  await store(ports.recorder, failedCommit(ports, exchange, cause));
  return isAbort(cause) ? errors.UPSTREAM_CUT() : cause;
}
