import { errors } from '@tyrian/contracts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Members } from '../members/members.js';
import type { Opened } from '../members/parts.js';
import { clearSessionCookie, sessionTokenOf, setKnownCookie, setSessionCookie } from './cookies.js';
import { signedInOf } from './require-actor.js';
import { consoleRoute, DONE, placeOf } from './route.js';
import {
  CodeRequest,
  Done,
  FirstRequest,
  JoinRequest,
  Next,
  Nothing,
  SignInRequest,
  UnlockRequest,
} from './schemas.js';

/** Ways in, for whoever is not signed in. */
export function enterRoutes(app: FastifyInstance, { signIn, sessions }: Members): void {
  /** Whoever signs in anew in a browser leaves the session that it had. */
  async function enter(opened: Opened, request: FastifyRequest, reply: FastifyReply) {
    const before = sessionTokenOf(request);
    const left = before === undefined ? undefined : await sessions.find(before, false);
    if (left) await signIn.signOut(left);
    return giveCookies(opened, request, reply);
  }

  consoleRoute(
    app,
    '/sign-in/begin',
    {
      summary: 'How somebody comes in here: whether there is a first member yet',
      body: Nothing,
      answer: z.object({ first: z.boolean().describe('There is no member yet: the first comes in with a code') }),
    },
    async () => ({ first: await signIn.isFirst() }),
  );
  consoleRoute(
    app,
    '/sign-in',
    { summary: 'Sign in with name and password', body: SignInRequest, answer: Next },
    async (body, request, reply) => enter(await signIn.signIn(body, placeOf(request)), request, reply),
  );
  consoleRoute(
    app,
    '/sign-in/first',
    { summary: 'Become the first member, with the code that the server prints', body: FirstRequest, answer: Next },
    async (body, request, reply) => enter(await signIn.first(body, placeOf(request)), request, reply),
  );
  consoleRoute(
    app,
    '/sign-in/join',
    { summary: 'Come in with an invitation, and set a password', body: JoinRequest, answer: Next },
    async (body, request, reply) => enter(await signIn.join(body, placeOf(request)), request, reply),
  );
}

/** For a session that waits for its code, or for the password after a while without work. */
export function waitingRoutes(app: FastifyInstance, { signIn }: Members): void {
  consoleRoute(
    app,
    '/sign-in/code',
    { summary: 'Give the one-time code, or a recovery code', body: CodeRequest, answer: Next },
    async ({ code }, request, reply) => {
      const signedIn = signedInOf(request);
      if (signedIn.session.stage !== 'code') throw errors.INVALID_INPUT(['no code is asked for here']);
      return giveCookies(await signIn.code(signedIn, code, placeOf(request)), request, reply);
    },
  );
  consoleRoute(
    app,
    '/sign-in/unlock',
    { summary: 'Give the password again: unlocks, and confirms that it is you', body: UnlockRequest, answer: Done },
    async ({ password }, request) => {
      const signedIn = signedInOf(request);
      if (signedIn.session.stage === 'code') throw errors.CODE_REQUIRED();
      await signIn.unlock(signedIn, password, placeOf(request));
      return DONE;
    },
  );
  consoleRoute(
    app,
    '/sign-out',
    { summary: 'End this session', body: Nothing, answer: Done },
    async (_body, request, reply) => {
      await signIn.signOut(signedInOf(request));
      clearSessionCookie(request, reply);
      return DONE;
    },
  );
}

function giveCookies({ token, session, known }: Opened, request: FastifyRequest, reply: FastifyReply) {
  setSessionCookie(request, reply, token, Math.floor((session.endsAt - session.openedAt) / 1_000));
  if (known !== undefined) setKnownCookie(request, reply, known);
  return { next: session.stage === 'code' ? ('code' as const) : ('console' as const) };
}
