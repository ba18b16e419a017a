import type { FastifyInstance } from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import type { Members } from '../members/members.js';
import { accountRoutes } from './account-routes.js';
import { answerProblems, type ProblemLog } from './problems.js';
import { requireActor, requireSession } from './require-actor.js';
import { requireConsole } from './same-origin.js';
import { sessionRoute, sessionRoutes } from './session-routes.js';
import { enterRoutes, waitingRoutes } from './sign-in-routes.js';

export interface SignInPorts {
  readonly members: Members;
  readonly log: ProblemLog;
}

/**
 * How members sign in and look after their account, under /console/api. Its errors are problem+json.
 *
 * @example
 * await app.register(async (console) => signInApi(console, { members, log }));
 */
export async function signInApi(app: FastifyInstance, { members, log }: SignInPorts): Promise<void> {
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.removeContentTypeParser('text/plain');
  answerProblems(app, log);
  await app.register(async (open) => {
    requireConsole(open);
    enterRoutes(open, members);
  });
  await app.register(async (waiting) => {
    requireConsole(waiting);
    // Also a session that is locked, or has its code still to come.
    requireSession(waiting, members, () => undefined, false);
    waitingRoutes(waiting, members);
  });
  await app.register(async (looking) => {
    requireActor(looking, members, false);
    sessionRoute(looking);
  });
  await app.register(async (inside) => {
    requireActor(inside, members);
    sessionRoutes(inside, members);
    accountRoutes(inside, members);
  });
}
