import fastifySwagger from '@fastify/swagger';
import {
  CONNECTION_LIMITS,
  type ConnectionLimits,
  createGateway,
  type GatewayPorts,
  limitConnections,
  serverLimits,
} from '@tyrian/gateway';
import { type FastifyBaseLogger, type FastifyInstance, fastify, LogController } from 'fastify';
import { jsonSchemaTransform } from 'fastify-type-provider-zod';
import { type ConsolePorts, consoleApi, SESSION_SCHEME } from '../console/console-api.js';
import { consoleFiles } from '../console/console-files.js';
import { type NoticeServing, serveNotices } from '../notices/serve-notices.js';
import type { Readiness } from '../readiness/readiness.js';
import { VERSION } from '../version.js';

export interface HttpServerOptions {
  readonly limits?: ConnectionLimits;
  /** Addresses or ranges. */
  readonly trustedProxies?: readonly string[];
  /** The console, where it is served. */
  readonly console?: ConsolePorts;
  /** Notices and appeals from outside. */
  readonly notices?: NoticeServing;
}

/** The HTTP server with every door. Not yet listening. */
export async function createHttpServer(
  ports: GatewayPorts,
  log: FastifyBaseLogger,
  readiness: Pick<Readiness, 'detail'>,
  { limits = CONNECTION_LIMITS, trustedProxies = [], console, notices }: HttpServerOptions = {},
): Promise<FastifyInstance> {
  const app = fastify({
    ...serverLimits,
    trustProxy: trustedProxies.length > 0 && [...trustedProxies],
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
      components: { securitySchemes: { key: { type: 'http', scheme: 'bearer' }, session: SESSION_SCHEME } },
      security: [{ key: [] }],
    },
    transform: jsonSchemaTransform,
  });
  await app.register(createGateway(ports));
  if (console) {
    await app.register(consoleApi(console));
    await app.register(consoleFiles);
  }
  if (notices) await app.register(serveNotices(notices));
  app.get('/healthz', { schema: { hide: true } }, async () => ({ status: 'ok' }));
  // Who asks here may be anybody: details are at the operator's own address.
  app.get('/readyz', { schema: { hide: true } }, async (_request, reply) => {
    const { status } = await readiness.detail();
    return reply.code(status === 'ready' ? 200 : 503).send({ status });
  });
  app.get('/openapi.json', { schema: { hide: true } }, async () => app.swagger());
  return app;
}
