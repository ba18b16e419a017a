import { errors } from '@tyrian/contracts';
import { isObject, type JsonObject } from '../../fields/field.js';
import { answerBlock } from '../../fields/tables/anthropic/block.js';
import { messageEvent } from '../../fields/tables/anthropic/message-answer.js';
import { createWalk, type Walk } from '../../fields/walk.js';
import { walkDocument } from '../../fields/walk-document.js';
import { createSseParser } from '../../sse/parse.js';
import { writeNamedEvent } from '../../sse/write.js';
import { parseJsonText } from '../../upstream/read-answer.js';
import type { Exchange } from '../../verdict/exchange.js';
import type { StreamEvent, StreamReader, StreamShape } from '../stream/shape.js';
import { emptyMessage, MESSAGE_STOP, refusedEvents, startMessage, stopBlock } from './refused.js';

const EVENT_NAME = /^[a-z_]{1,32}$/;

/**
 * Reads and writes a stream of messages. Blocks that no table knows do not leave, and those behind them move up, since
 * clients count them.
 */
function readMessages(exchange: Exchange): StreamReader {
  const blocks = numberBlocks();
  /** Blocks that a client has seen begin and not end. */
  const open = new Set<number>();
  const choices = new Set<number>();
  /** How many blocks have left. */
  let begun = 0;
  let isStarted = false;
  let isEnded = false;
  let isStopped = false;
  let usage: JsonObject | undefined;

  function placed(body: JsonObject): StreamEvent[] {
    if (body.type === 'message_stop') {
      isStopped = true;
      return [];
    }
    if ((body.type === 'message_start') === choices.has(0))
      throw errors.UPSTREAM_INVALID(['its events are in disorder']);
    choices.add(0);
    if (body.type !== 'message_delta') return [{ body, ends: [] }];
    if (isObject(body.usage)) usage = body.usage;
    if (!isObject(body.delta) || typeof body.delta.stop_reason !== 'string') return [{ body, ends: [] }];
    isEnded = true;
    return [{ body, ends: [0] }];
  }

  /** What of a message a client has seen, so that a refusal can end it. */
  function note(body: JsonObject): void {
    const index = Number(body.index);
    if (body.type === 'message_start') {
      isStarted = true;
      if (isObject(body.message)) body.message.content = [];
    } else if (body.type === 'content_block_start') {
      open.add(index);
      begun = Math.max(begun, index + 1);
    } else if (body.type === 'content_block_stop') {
      open.delete(index);
    }
  }

  return {
    choices,
    take({ event, data }, walk) {
      const body = parseJsonText(data);
      const { type } = body;
      if (type === 'error' || event === 'error') throw errors.UPSTREAM_INVALID(['it ended in an error']);
      if (!messageEvent.fits(body)) {
        walk.withheld.add(`event:${typeof type === 'string' && EVENT_NAME.test(type) ? type : '?'}`);
        return [];
      }
      if (type === 'ping' || ('index' in body && !blocks.number(body, walk))) return [];
      walkDocument(messageEvent, body, walk);
      return placed(body);
    },
    isComplete: () => choices.has(0) && (isEnded || isStopped),
    write({ body }, { refused }) {
      if (refused.has(0)) return '';
      note(body);
      return writeNamedEvent(String(body.type), body);
    },
    refuse(_choice, refusal) {
      const started = isStarted ? '' : startMessage(emptyMessage(exchange));
      const closed = [...open].map(stopBlock).join('');
      isStarted = true;
      isEnded = true;
      return started + closed + refusedEvents(refusal, begun, usage);
    },
    close(reports) {
      // Clients wait for a reason; one that no table knows was withheld.
      const end = { type: 'message_delta', delta: { stop_reason: 'end_turn', stop_sequence: null }, usage };
      const ended = isEnded ? '' : writeNamedEvent('message_delta', end);
      // Clients pass over pings, whatever is in them.
      const noted = reports.length === 0 ? '' : writeNamedEvent('ping', { type: 'ping', tyrian: { reports } });
      return ended + noted + MESSAGE_STOP;
    },
    rename({ body }) {
      walkDocument(messageEvent, body, createWalk('answer', { dropsNames: true }));
      const { id, model } = emptyMessage(exchange);
      if (body.type === 'message_start' && isObject(body.message)) Object.assign(body.message, { id, model });
    },
  };
}

/** Our number of each block, by the model server's; none where the block does not leave. */
function numberBlocks() {
  const numbers = new Map<unknown, number>();
  return {
    /** Gives an event the number of its block; false where that block does not leave. */
    number(body: JsonObject, walk: Walk): boolean {
      if (body.type === 'content_block_start') {
        if (numbers.has(body.index)) throw errors.UPSTREAM_INVALID(['two of its blocks have the same index']);
        if (answerBlock.fits(body.content_block)) numbers.set(body.index, numbers.size);
        else walk.withheld.add('content[]');
      }
      const number = numbers.get(body.index);
      if (number === undefined) return false;
      body.index = number;
      return true;
    },
  };
}

export const messageStream: StreamShape = {
  accept: 'text/event-stream',
  contentType: 'text/event-stream; charset=utf-8',
  keepAlive: writeNamedEvent('ping', { type: 'ping' }),
  parser: () => createSseParser(),
  open: readMessages,
  fail: (body) => writeNamedEvent('error', body),
};
