import { type Actor, type Capability, errors, Problem } from '@tyrian/contracts';
import type { FastifyBaseLogger, FastifyInstance, FastifyPluginAsync, FastifyRequest } from 'fastify';
import { serializerCompiler, validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { answerProblems } from '../http/problems.js';
import { inputOf, type OperationName, type Operator } from '../operator/operations.js';
import { OFFERED } from './offered.js';

const BODY_BYTES = 1024 * 1024;
const PREFIX = '/console/api';

/** How the OpenAPI says that a member has to have signed in. */
export const SESSION_SCHEME = { type: 'apiKey', in: 'cookie', name: 'tyrian_session' } as const;

export interface ConsolePorts {
  /** The operations as one member may ask for them. */
  readonly operatorFor: (actor: Actor) => Operator;
  /** Lets only those pass who have signed in, from our own pages. */
  readonly requireActor: (app: FastifyInstance) => void;
  readonly actorOf: (request: FastifyRequest) => Actor;
  /** Throws CONFIRMATION_REQUIRED unless they have said a short while ago that it is them. */
  readonly requireConfirmed: (request: FastifyRequest) => void;
  /** Routes that are for those who have not. */
  readonly signIn: FastifyPluginAsync;
  readonly log: FastifyBaseLogger;
}

/** `POST /console/api/OPERATION` for each operation that the console may ask for (ADR 16), and the routes of signing in. */
export function consoleApi(ports: ConsolePorts): FastifyPluginAsync {
  return async (app) => {
    app.setValidatorCompiler(validatorCompiler);
    app.setSerializerCompiler(serializerCompiler);
    answerProblems(app, ports.log, BODY_BYTES);
    await app.register(ports.signIn);
    await app.register(async (inside) => {
      ports.requireActor(inside);
      for (const name of Object.keys(OFFERED) as (keyof typeof OFFERED)[]) operationRoute(inside, ports, name);
    });
  };
}

function operationRoute(app: FastifyInstance, ports: ConsolePorts, name: keyof typeof OFFERED): void {
  const offer = OFFERED[name];
  const { capability, summary, output } = offer;
  const isDangerous = 'confirmed' in offer;
  const { asked, names } = askedBy(name);
  app.withTypeProvider<ZodTypeProvider>().post(
    `${PREFIX}/${name}`,
    {
      bodyLimit: BODY_BYTES,
      schema: {
        operationId: name,
        summary,
        ...(isDangerous && { description: 'Takes a password or code that was given a short while ago.' }),
        tags: ['console'],
        security: [{ session: [] }],
        body: asked,
        response: { 200: z.object({ result: output }), '4xx': Problem, '5xx': Problem },
      },
    },
    async (request) => {
      const actor = ports.actorOf(request);
      requireCapability(actor, capability);
      if (isDangerous) ports.requireConfirmed(request);
      const input = { ...(request.body as object), ...(names && { by: actor.name }) };
      return { result: (await ports.operatorFor(actor)(name, input as never)) as never };
    },
  );
}

/** Who asks is known from the session: what the command line has to say, nobody can say here. */
function askedBy(name: OperationName): { readonly asked: z.ZodType; readonly names: boolean } {
  const input = inputOf(name);
  if (!(input instanceof z.ZodObject) || !('by' in input.shape)) return { asked: input, names: false };
  return { asked: input.omit({ by: true }), names: true };
}

function requireCapability(actor: Actor, capability: Capability): void {
  if (!actor.capabilities.has(capability)) throw errors.CAPABILITY_MISSING([capability]);
}
