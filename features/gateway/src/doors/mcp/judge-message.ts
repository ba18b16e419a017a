import { newId } from '@tyrian/contracts';
import type { DoorPorts } from '../../door-ports.js';
import { type Field, isObject, type JsonObject } from '../../fields/field.js';
import { readWalk } from '../../fields/reading.js';
import { createWalk, type Walk } from '../../fields/walk.js';
import { walkDocument } from '../../fields/walk-document.js';
import type { Exchange } from '../../verdict/exchange.js';
import { isPassed, type Judged, judge, mergeCommits } from '../../verdict/judge.js';
import { areNamesAllowed } from '../../verdict/names.js';
import { store } from '../../verdict/store.js';
import type { AnsweredPrompt } from '../json-answer.js';
import { restoreChoices } from '../restore.js';

/** Who listens, and what they asked. */
export interface Listener {
  readonly ports: DoorPorts;
  /** Name of the server that is listened to. */
  readonly server: string;
  readonly exchange: Exchange;
  readonly asked: AnsweredPrompt;
}

/** Lists whose entries are judged one by one, by the field of a result. */
const LISTS = ['tools', 'prompts', 'resources', 'resourceTemplates'] as const;

/**
 * Judges what a server said, for what it is: a stranger's words on their way into the client's model. Rewrites it to what
 * may leave, and keeps its record before it does. What was refused is returned.
 */
export async function judgeMessage(
  listener: Listener,
  table: Field,
  body: JsonObject,
  withheld: Iterable<string> = [],
): Promise<readonly Judged[]> {
  const { ports, exchange, asked } = listener;
  const walk = walkOf('answer');
  walkDocument(table, body, walk);
  for (const name of withheld) walk.withheld.add(name);
  if (!(await areNamesAllowed(exchange, walk.names))) {
    walk.withheld.add('names');
    walkDocument(table, body, { ...walkOf('answer', { dropsNames: true }) });
  }
  // Nothing in it says anything, such as that a list has changed.
  if (walk.channels.length === 0 && walk.withheld.size === 0) return [];
  const judged = await judgeEntries(listener, body, walk);
  restoreChoices(walk, judged, asked.restorations);
  await store(ports.recorder, mergeCommits(judged.map(({ commit }) => commit)));
  return judged.filter(({ verdict }) => !isPassed(verdict));
}

function walkOf(direction: 'answer', options: { dropsNames?: boolean } = {}): Walk {
  const walk = createWalk(direction, options);
  // Where no table says who speaks, it is still not the client's own model.
  walk.role = 'tool';
  return walk;
}

async function judgeEntries({ ports, exchange, asked }: Listener, body: JsonObject, walk: Walk): Promise<Judged[]> {
  const entries = entriesOf(body);
  const answer: Exchange = {
    ...exchange,
    id: newId('generation', ports.clock.now()),
    door: `${exchange.door}.answer`,
  };
  const choices = entries && entries.length > 0 ? [...entries.keys()] : [undefined];
  // All are read before the first is judged: reading can fail, and nothing may be left running then.
  const readings = choices.map((choice) => ({ choice, reading: readWalk(walk, 'input', choice) }));
  const judged: Judged[] = [];
  for (const { choice, reading } of readings) {
    judged.push(
      await judge(ports, answer, reading, {
        stage: 'input',
        ...(choice !== undefined && { choice }),
        prompt: [...asked.reading.contents, ...reading.contents],
        reserved: asked.restorations.placeholders,
        withheld: walk.withheld,
        // What a stranger wrote is held against nobody.
        isStruck: false,
      }),
    );
  }
  return judged;
}

function entriesOf({ result }: JsonObject): unknown[] | undefined {
  if (!isObject(result)) return undefined;
  const list = LISTS.map((name) => result[name]).find((value) => Array.isArray(value));
  return Array.isArray(list) ? list : undefined;
}

/** Takes what was refused out of a list. False where the message is no list: then it is refused as a whole. */
export function leaveOut(body: JsonObject, refused: readonly Judged[]): boolean {
  const entries = entriesOf(body);
  const { result } = body;
  // An error beside the list was judged with each of its entries as well.
  if (!entries || entries.length === 0 || !isObject(result) || body.error !== undefined) return false;
  const gone = new Set(refused.map(({ choice }) => choice));
  const left = entries.filter((_, position) => !gone.has(position));
  entries.splice(0, entries.length, ...left);
  // It was judged with each of them.
  delete result._meta;
  return true;
}
