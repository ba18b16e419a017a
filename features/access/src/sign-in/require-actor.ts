import { type Actor, type Capability, errors } from '@tyrian/contracts';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { can } from '../members/capabilities.js';
import type { Members } from '../members/members.js';
import { CONFIRMED_MINUTES, type SignedIn } from '../members/sessions.js';
import { sessionTokenOf } from './cookies.js';
import { isWork, requireConsole } from './same-origin.js';

const SIGNED_IN = 'tyrianSignedIn';

/**
 * Lets only members in whose session is open, before a body is read, and only when the console itself asks. Throws
 * REQUEST_FROM_ELSEWHERE, SESSION_REQUIRED, CODE_REQUIRED or SESSION_LOCKED.
 *
 * @example
 * requireActor(app, members);
 * app.post('/console/api/case.list', async (request) => listFor(actorOf(request)));
 */
export function requireActor(
  app: FastifyInstance,
  members: Pick<Members, 'sessions'>,
  /** False where the console asks by itself, again and again: that keeps no session from being locked. */
  countsAsWork = true,
): void {
  requireConsole(app);
  const admit = ({ session, isLocked }: SignedIn) => {
    if (session.stage === 'code') throw errors.CODE_REQUIRED();
    if (isLocked) throw errors.SESSION_LOCKED();
  };
  requireSession(app, members, admit, countsAsWork);
}

/** Puts who is signed in on the request, once `admit` has looked at how their session stands. */
export function requireSession(
  app: FastifyInstance,
  { sessions }: Pick<Members, 'sessions'>,
  admit: (signedIn: SignedIn) => void,
  countsAsWork: boolean,
): void {
  if (!app.hasRequestDecorator(SIGNED_IN)) app.decorateRequest(SIGNED_IN, null);
  app.addHook('onRequest', async (request) => {
    const token = sessionTokenOf(request);
    const signedIn = token === undefined ? undefined : await sessions.find(token, countsAsWork && isWork(request));
    if (!signedIn) throw errors.SESSION_REQUIRED();
    admit(signedIn);
    request.setDecorator(SIGNED_IN, signedIn);
  });
}

export function signedInOf(request: FastifyRequest): SignedIn {
  const signedIn = request.getDecorator<SignedIn | null>(SIGNED_IN);
  if (!signedIn) throw errors.SESSION_REQUIRED();
  return signedIn;
}

/** Who asks, with what they may do now. */
export function actorOf(request: FastifyRequest): Actor {
  return signedInOf(request).actor;
}

/** Throws CAPABILITY_MISSING. */
export function requireCapability(request: FastifyRequest, capability: Capability): void {
  if (!can(actorOf(request), capability)) throw errors.CAPABILITY_MISSING([capability]);
}

/** For what is dangerous: throws CONFIRMATION_REQUIRED unless password or code was given a short while ago. */
export function requireConfirmed(request: FastifyRequest): void {
  if (!signedInOf(request).isConfirmed) throw errors.CONFIRMATION_REQUIRED([CONFIRMED_MINUTES]);
}
