import { isUtf8 } from 'node:buffer';
import { errors, newId, TyrianError } from '@tyrian/contracts';
import { immodestyOf } from '../body/json-shape.js';
import { admitLine } from '../conduct/admit.js';
import type { DoorPorts } from '../door-ports.js';
import type { Door } from '../doors/door.js';
import { isObject, type JsonObject } from '../fields/field.js';
import { json } from '../fields/kinds/json.js';
import { readWalk } from '../fields/reading.js';
import { batchLine } from '../fields/tables/files/batch.js';
import { createWalk, type Walk } from '../fields/walk.js';
import { walkDocument } from '../fields/walk-document.js';
import type { Exchange } from '../verdict/exchange.js';
import { isPassed, type Judged, judge, mergeCommits } from '../verdict/judge.js';
import { store } from '../verdict/store.js';

const MAX_LINES = 10_000;
/** Lines that are checked at a time. */
const AT_ONCE = 8;
/** Line numbers that an error names. */
const NAMED = 20;

/** A line once it was walked: what is judged of it, and how it is written when it passed. */
interface Line {
  readonly walk: Walk;
  readonly endpoint?: string;
  readonly asked?: { readonly model?: unknown; readonly account?: unknown };
  write(): string;
}

export type LineReader = (line: JsonObject) => Line;

/** A line of a batch is the request that it is: walked through the table of its door. */
export function batchLines(doors: readonly Door[]): LineReader {
  return (line) => {
    const { body, ...head } = line;
    const url = typeof line.url === 'string' ? line.url : '';
    const door = doors.find((one) => isInBatches(one) && one.routes.includes(url));
    if (!door || !isObject(body)) throw errors.FIELD_INVALID(['url', 'is no route whose batches are checked here']);
    const walk = createWalk('request');
    walkDocument(batchLine, head, walk);
    door.prepare?.(body, {});
    walkDocument(door.request, body, walk);
    const write = () => JSON.stringify({ ...head, body: JSON.parse(String(door.forward(body, {}).body)) });
    return { walk, endpoint: url, asked: door.asked(body), write };
  };
}

/** Requests and answers in JSON, under a model server that speaks OpenAI's API. */
export function isInBatches(door: Door): boolean {
  return door.api === 'openai' && !door.readBody && !door.answer.read;
}

const free = json();

/** A line to train on: every text in it is checked. */
export const trainingLines: LineReader = (line) => {
  const walk = createWalk('request');
  free.walk(line, 'line', { line }, 'line', walk);
  return { walk, write: () => JSON.stringify(line) };
};

/**
 * Checks every line, some at a time, and gives the file as it may be sent on. Throws LINES_REFUSED where any is refused: then
 * nothing of the file leaves.
 */
export async function checkLines(
  ports: DoorPorts,
  exchange: Exchange,
  bytes: Buffer,
  read: LineReader,
): Promise<{ readonly text: string; readonly endpoint: string | undefined }> {
  const lines = parseLines(bytes).map((line, index) => readLine(read, line, index));
  const endpoints = new Set(lines.map(({ endpoint }) => endpoint));
  if (endpoints.size > 1) throw errors.INVALID_INPUT(['All lines of a batch must be for one url'], { param: 'file' });
  const refused: number[] = [];
  for (let from = 0; from < lines.length; from += AT_ONCE) {
    const judged = await Promise.all(lines.slice(from, from + AT_ONCE).map((line) => judgeLine(ports, exchange, line)));
    await store(ports.recorder, mergeCommits(judged.map(({ commit }) => commit)));
    judged.forEach(({ verdict }, index) => {
      if (!isPassed(verdict)) refused.push(from + index + 1);
    });
  }
  if (refused.length > 0) {
    const named = refused.slice(0, NAMED).join(', ');
    throw errors.LINES_REFUSED([refused.length > NAMED ? `${named} and ${refused.length - NAMED} more` : named], {
      param: 'file',
    });
  }
  return { text: `${lines.map((line) => line.write()).join('\n')}\n`, endpoint: lines[0]?.endpoint };
}

/** JSONL: an object a line. */
export function parseLines(bytes: Buffer): JsonObject[] {
  if (!isUtf8(bytes)) throw errors.BODY_NOT_UTF8();
  const lines = bytes
    .toString('utf8')
    .split('\n')
    .filter((line) => line.trim() !== '');
  if (lines.length === 0) throw errors.INVALID_INPUT(['The file is empty'], { param: 'file' });
  if (lines.length > MAX_LINES) throw errors.TOO_MANY(['The file', MAX_LINES], { param: 'file' });
  return lines.map((line, index) => {
    const parsed = parsedOr(line);
    if (!isObject(parsed))
      throw errors.INVALID_INPUT([`Line ${index + 1} of the file is not an object`], { param: 'file' });
    return parsed;
  });
}

function parsedOr(line: string): unknown {
  try {
    return immodestyOf(line) === undefined ? JSON.parse(line) : undefined;
  } catch {
    return undefined;
  }
}

function readLine(read: LineReader, line: JsonObject, index: number): Line {
  try {
    return read(line);
  } catch (cause) {
    if (!(cause instanceof TyrianError)) throw cause;
    throw errors.INVALID_INPUT([`Line ${index + 1} of the file: ${cause.message}`], { param: 'file', cause });
  }
}

function judgeLine(ports: DoorPorts, exchange: Exchange, { walk, asked }: Line): Promise<Judged> {
  const { model, account } = asked ?? {};
  const own: Exchange = {
    ...exchange,
    id: newId('generation', ports.clock.now()),
    model: typeof model === 'string' ? model : null,
    account: typeof account === 'string' ? account : undefined,
  };
  return judge(ports, admitLine(ports, own), readWalk(walk, 'input'), { stage: 'input' });
}
