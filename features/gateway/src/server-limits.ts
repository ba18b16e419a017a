import { randomUUID } from 'node:crypto';
import { sendFrameworkError } from './errors/outside.js';

const MIB = 1024 * 1024;

/**
 * What the app's fastify must be made with. There is no timeout on an idle connection, since a model may think for
 * minutes; a request has to arrive in time, and the upstream has its own deadlines.
 *
 * @example
 * const app = fastify({ ...serverLimits, loggerInstance: log });
 */
export const serverLimits = {
  bodyLimit: 8 * MIB,
  requestTimeout: 30_000,
  connectionTimeout: 0,
  keepAliveTimeout: 72_000,
  forceCloseConnections: 'idle',
  /** Never taken from a client, who could repeat the id of another's request. */
  requestIdHeader: false,
  genReqId: (): string => `req_${randomUUID().replaceAll('-', '')}`,
  frameworkErrors: sendFrameworkError,
  routerOptions: { maxParamLength: 128, ignoreTrailingSlash: false, caseSensitive: true },
  http: { maxHeaderSize: 16_384, headersTimeout: 15_000 },
} as const;
