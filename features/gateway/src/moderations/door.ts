import { errors, type NewRecord, TyrianError, type Verdict } from '@tyrian/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isObject, type JsonObject } from '../fields/field.js';
import { type Reading, readWalk } from '../fields/reading.js';
import { MAX_INPUTS, moderationRequest } from '../fields/tables/moderation.js';
import { createWalk } from '../fields/walk.js';
import { walkDocument } from '../fields/walk-document.js';
import type { GatewayPorts } from '../ports.js';
import { tellVerdict } from '../telemetry/tell-verdict.js';
import { type Exchange, openExchange } from '../verdict/exchange.js';
import { generationRecord } from '../verdict/record.js';
import { store } from '../verdict/store.js';
import { type ModerationResult, scannedResult } from './result.js';

const DEFAULT_MODEL = 'omni-moderation-latest';
/** Checks at a time, so that one caller with many strings does not hold up all others. */
const AT_ONCE = 8;

interface ModerationAnswer {
  readonly id: string;
  readonly model: string;
  readonly results: readonly ModerationResult[];
}

/** POST /v1/moderations: the guard's signals in OpenAI's categories. It scores, so that nothing is refused or sealed. */
export function moderationsDoor(ports: GatewayPorts) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<ModerationAnswer> => {
    const document = request.body;
    if (!isObject(document)) throw errors.BODY_NOT_JSON(['it is not an object']);
    const readings = readInputs(document);
    const model = typeof document.model === 'string' ? document.model : DEFAULT_MODEL;
    const exchange = openExchange(ports, request, { door: 'openai.moderations', model });
    for (const reading of readings) ports.budgets?.add(exchange.principal, reading);
    const checks: Check[] = [];
    for (let from = 0; from < readings.length; from += AT_ONCE) {
      const some = readings.slice(from, from + AT_ONCE).map((reading) => check(exchange, reading));
      for (const one of await Promise.all(some)) checks.push(one);
    }
    for (const { verdict } of checks) tellVerdict(exchange.watch, verdict);
    await store(ports.recorder, { records: checks.map((one) => recordOf(ports, exchange, one)) });
    const { policy } = exchange.guard.policy;
    const results = checks.map(({ verdict, reading }) => scannedResult(verdict, reading, policy));
    reply.header('cache-control', 'no-store');
    return { id: `modr-${exchange.id}`, model, results };
  };
}

/** A list of strings gives one result for each, a list of parts one for all. */
function readInputs(document: JsonObject): Reading[] {
  const { input } = document;
  const entries: unknown[] = Array.isArray(input) ? input : [];
  if (entries.length > MAX_INPUTS) throw errors.TOO_MANY(['input', MAX_INPUTS], { param: 'input' });
  if (Array.isArray(input) && entries.length === 0)
    throw errors.FIELD_INVALID(['input', 'is empty'], { param: 'input' });
  const strings = entries.filter((entry) => typeof entry === 'string');
  if (strings.length === 0) return [readInput(document)];
  if (strings.length < entries.length) {
    throw errors.FIELD_INVALID(['input', 'mixes strings and parts'], { param: 'input' });
  }
  return strings.map((entry, position) => readEntry({ ...document, input: entry }, position));
}

function readInput(document: JsonObject): Reading {
  const walk = createWalk('request');
  walkDocument(moderationRequest, document, walk);
  return readWalk(walk, 'input');
}

function readEntry(document: JsonObject, position: number): Reading {
  try {
    return readInput(document);
  } catch (cause) {
    if (!(cause instanceof TyrianError) || cause.param !== 'input') throw cause;
    throw errors.FIELD_INVALID([`input[${position}]`, 'is not a text that can be checked'], {
      param: `input[${position}]`,
      cause,
    });
  }
}

interface Check {
  readonly verdict: Verdict;
  readonly reading: Reading;
}

async function check({ guard, audience, id }: Exchange, reading: Reading): Promise<Check> {
  const verdict = await guard.check({ id, stage: 'input', audience, contents: [...reading.contents] });
  return { verdict, reading };
}

function recordOf(ports: GatewayPorts, exchange: Exchange, { verdict, reading }: Check): NewRecord {
  return generationRecord(ports, exchange, {
    verdict,
    judged: verdict.decision,
    before: 0,
    choice: null,
    contents: reading.contents,
    characters: reading.characters,
    withheld: [],
  });
}
