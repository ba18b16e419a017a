import { errors } from '@tyrian/contracts';
import { NOTHING_TO_RESTORE } from '@tyrian/guard';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { admit } from '../../conduct/admit.js';
import type { DoorPorts } from '../../door-ports.js';
import { takeStream } from '../../principal/rate-limit.js';
import { openExchange } from '../../verdict/exchange.js';
import { store } from '../../verdict/store.js';
import { abortOnDisconnect } from '../call.js';
import { failedCommit, isAbort } from '../failed.js';
import { connect, mediaType, refusedBy } from './connection.js';
import type { Listener } from './judge-message.js';
import { openEvents, relay } from './relay.js';

/** Streams that clients listen to at a time, on this machine. */
const MAX_LISTENERS = 1_000;

/** What a server says of itself, outside of any answer. */
export function listen(ports: DoorPorts) {
  let listeners = 0;
  return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const abort = abortOnDisconnect(reply);
    const connection = connect(ports, request, abort.signal);
    const opened = openExchange(ports, request, { door: 'mcp.stream', model: connection.server.name });
    const exchange = await admit(ports, opened, reply);
    if (listeners >= MAX_LISTENERS) throw errors.OVERLOADED(['clients that listen to MCP servers']);
    if (ports.budgets) takeStream(ports.budgets, exchange.principal, reply);
    const asked = {
      reading: { contents: [] },
      verdict: { signals: [] },
      restorations: NOTHING_TO_RESTORE,
    } satisfies Listener['asked'];
    const listener = { ports, exchange, asked, server: connection.server.name };
    listeners++;
    try {
      const answer = await connection.send('GET');
      if (answer.status >= 400) throw await refusedBy(listener, answer);
      if (mediaType(answer) !== 'text/event-stream') throw errors.UPSTREAM_INVALID(['its content type is another']);
      const outlet = openEvents(reply, Promise.resolve());
      try {
        await relay(answer, outlet, { listener, reply: connection.tell });
      } catch (cause) {
        // A client begins anew where a stream ends, whatever ended it.
        if (!isAbort(cause)) await store(ports.recorder, failedCommit(ports, exchange, cause));
      }
      outlet.end();
      return reply;
    } finally {
      listeners--;
      abort.abort();
    }
  };
}

/** Ends a session. */
export function endSession(ports: DoorPorts) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const abort = abortOnDisconnect(reply);
    try {
      const { status } = await connect(ports, request, abort.signal).send('DELETE');
      if (status === 405) return reply.code(405).send();
      if (status === 404) throw errors.NOT_FOUND(['such session']);
      if (status >= 400) throw errors.UPSTREAM_INVALID(['it does not end the session']);
      return reply.code(204).send();
    } finally {
      abort.abort();
    }
  };
}
