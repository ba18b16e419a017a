import type { FastifyInstance } from 'fastify';
import type { Members } from '../members/members.js';
import { actorOf, signedInOf } from './require-actor.js';
import { consoleRoute, DONE } from './route.js';
import { Done, Nothing, RevokeRequest, SessionList, SessionView } from './schemas.js';

/** Who is signed in here. */
export function sessionRoute(app: FastifyInstance): void {
  consoleRoute(
    app,
    '/session',
    { summary: 'Who is signed in, and what they may do', body: Nothing, answer: SessionView },
    async (_body, request) => {
      const { member, actor, session, idleAt } = signedInOf(request);
      const { id, openedAt, confirmedAt, endsAt } = session;
      return { member, capabilities: [...actor.capabilities], session: id, openedAt, confirmedAt, idleAt, endsAt };
    },
  );
}

/** Where else they are signed in. */
export function sessionRoutes(app: FastifyInstance, { sessions }: Members): void {
  consoleRoute(
    app,
    '/session/list',
    { summary: 'Where you are signed in', body: Nothing, answer: SessionList },
    async (_body, request) => {
      const { actor, session: own } = signedInOf(request);
      const all = await sessions.list(actor);
      return all.map(({ id, openedAt, seenAt, endsAt }) => ({ id, openedAt, seenAt, endsAt, isThis: id === own.id }));
    },
  );
  consoleRoute(
    app,
    '/session/revoke',
    { summary: 'End a session of yours', body: RevokeRequest, answer: Done },
    async ({ id }, request) => {
      await sessions.revoke(actorOf(request), id);
      return DONE;
    },
  );
}
