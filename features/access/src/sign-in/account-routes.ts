import { Member } from '@tyrian/contracts';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Members } from '../members/members.js';
import { requireConfirmed, signedInOf } from './require-actor.js';
import { consoleRoute, DONE, placeOf } from './route.js';
import { AcceptRequest, CodeRequest, Done, Nothing, PasswordRequest } from './schemas.js';

/** What members do with their own account. */
export function accountRoutes(app: FastifyInstance, { account }: Members): void {
  consoleRoute(
    app,
    '/account/password',
    { summary: 'Change your password; ends your other sessions', body: PasswordRequest, answer: Done },
    async (body, request) => {
      await account.changePassword(signedInOf(request), body, placeOf(request));
      return DONE;
    },
  );
  consoleRoute(
    app,
    '/account/codes/begin',
    {
      summary: 'Begin one-time codes: a secret for an authenticator app',
      body: Nothing,
      answer: z.object({ secret: z.string(), uri: z.string().describe('As apps read it from a QR code') }),
    },
    async (_body, request) => {
      requireConfirmed(request);
      return account.beginCodes(signedInOf(request));
    },
  );
  consoleRoute(
    app,
    '/account/codes/confirm',
    {
      summary: 'Give a first code: from then on codes are asked for',
      body: CodeRequest,
      answer: z.object({ recovery: z.array(z.string()).describe('Each lets you in once; shown only now') }),
    },
    async ({ code }, request) => {
      requireConfirmed(request);
      return { recovery: [...(await account.confirmCodes(signedInOf(request), code, placeOf(request)))] };
    },
  );
  consoleRoute(
    app,
    '/account/codes/remove',
    { summary: 'Ask for no codes any more', body: CodeRequest, answer: Done },
    async ({ code }, request) => {
      requireConfirmed(request);
      await account.removeCodes(signedInOf(request), code, placeOf(request));
      return DONE;
    },
  );
  consoleRoute(
    app,
    '/account/accept-child-safety',
    { summary: 'Agree to see matters of child safety, or no longer', body: AcceptRequest, answer: Member },
    async ({ accepts }, request) => account.acceptChildSafety(signedInOf(request), accepts),
  );
}
