import { invalidInput, toProblem } from '@tyrian/contracts';
import type { FastifyInstance } from 'fastify';
import { hasZodFastifySchemaValidationErrors, serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import { acceptJsonBodies } from '../body/read-json.js';
import type { DoorPorts } from '../door-ports.js';
import { asTyrianError } from '../errors/fault.js';
import { recordRejected } from '../errors/rejected.js';
import { requirePrincipal } from '../principal/authenticate.js';
import { watchOf } from '../telemetry/watch-requests.js';
import { coverageRoute } from './coverage.js';
import { feedbackRoute } from './feedback.js';
import { guardRoute } from './guard.js';
import { verdictRoute } from './verdicts.js';

/** Our own API. Its errors are problem+json. */
export async function ownApi(app: FastifyInstance, ports: DoorPorts): Promise<void> {
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  acceptJsonBodies(app);
  requirePrincipal(app, ports);
  app.setErrorHandler(async (cause, request, reply) => {
    const error = asTyrianError(
      hasZodFastifySchemaValidationErrors(cause) ? invalidInput(cause.validation) : cause,
      request.id,
      ports.log,
      request.routeOptions.bodyLimit,
    );
    watchOf(request).failed(error.code);
    await recordRejected(ports, request, request.routeOptions.url ?? 'unknown', error);
    if (error.retryAfter !== undefined) reply.header('retry-after', error.retryAfter);
    return reply
      .code(error.status)
      .type('application/problem+json')
      .serializer((body: unknown) => JSON.stringify(body))
      .send(toProblem(error, request.id));
  });
  guardRoute(app, ports);
  verdictRoute(app, ports);
  feedbackRoute(app, ports);
  coverageRoute(app, ports);
}
