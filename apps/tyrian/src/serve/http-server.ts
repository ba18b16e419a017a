import fastifySwagger from '@fastify/swagger';
import {
  CONNECTION_LIMITS,
  createGateway,
  type GatewayPorts,
  limitConnections,
  serverLimits,
  type UpstreamState,
} from '@tyrian/gateway';
import { type FastifyBaseLogger, type FastifyInstance, fastify, LogController } from 'fastify';
import { jsonSchemaTransform } from 'fastify-type-provider-zod';
import { VERSION } from '../version.js';

/** True once the store answers; tells a load balancer whether to send anything here. */
export type IsReady = () => Promise<boolean>;

/** How many of those outside could not be told something; it is no reason to send requests elsewhere. */
export type CountFailing = () => Promise<number>;

/** The HTTP server with every door. Not yet listening. */
export async function createHttpServer(
  ports: GatewayPorts,
  log: FastifyBaseLogger,
  isReady: IsReady,
  countFailing: CountFailing = async () => 0,
  upstreams?: () => readonly UpstreamState[],
  limits = CONNECTION_LIMITS,
): Promise<FastifyInstance> {
  const app = fastify({
    ...serverLimits,
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }),
  });
  limitConnections(app.server, limits);
  await app.register(fastifySwagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Tyrian',
        version: VERSION,
        description: 'Checks what goes into a generative model and what comes out of it.',
      },
      components: { securitySchemes: { key: { type: 'http', scheme: 'bearer' } } },
      security: [{ key: [] }],
    },
    transform: jsonSchemaTransform,
  });
  await app.register(createGateway(ports));
  app.get('/healthz', { schema: { hide: true } }, async () => ({ status: 'ok' }));
  app.get('/readyz', { schema: { hide: true } }, async (_request, reply) => {
    const ready = await isReady();
    const failing = ready ? await countFailing() : 0;
    // A model server that is down takes no gateway out: refusals, records and verdicts need none.
    return reply.code(ready ? 200 : 503).send({
      status: ready ? 'ready' : 'not ready',
      ...(failing > 0 && { undeliveredTo: failing }),
      ...(upstreams && { upstreams: upstreams() }),
    });
  });
  app.get('/openapi.json', { schema: { hide: true } }, async () => app.swagger());
  return app;
}
