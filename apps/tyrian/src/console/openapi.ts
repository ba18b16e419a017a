import fastifySwagger from '@fastify/swagger';
import { errors } from '@tyrian/contracts';
import { type FastifyPluginAsync, fastify } from 'fastify';
import { jsonSchemaTransform } from 'fastify-type-provider-zod';
import { consoleApi, SESSION_SCHEME } from './console-api.js';

/** The OpenAPI of the console's routes, from which its client is made; nobody is asked anything. */
export async function consoleOpenApi(signIn: FastifyPluginAsync): Promise<object> {
  const nobody = () => {
    throw errors.INTERNAL(['openapi']);
  };
  const app = fastify();
  await app.register(fastifySwagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Tyrian console', version: '1' },
      components: { securitySchemes: { session: SESSION_SCHEME } },
    },
    transform: jsonSchemaTransform,
  });
  await app.register(
    consoleApi({
      operatorFor: nobody,
      requireActor: () => undefined,
      actorOf: nobody,
      requireConfirmed: nobody,
      signIn,
      log: app.log,
    }),
  );
  await app.ready();
  return app.swagger();
}
