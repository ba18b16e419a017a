import { answerClientFault } from './connections/client-fault.js';
import { CONNECTION_LIMITS } from './connections/connection-limits.js';
import { newRequestId } from './connections/request-id.js';
import { sendFrameworkError } from './errors/outside.js';

const MIB = 1024 * 1024;

/**
 * What the app's fastify must be made with; `limitConnections` does the rest once it is there. A model may think for
 * minutes, so only a request that does not arrive and a client that does not read are timed; the upstream has deadlines of its own.
 *
 * @example
 * const app = fastify({ ...serverLimits, loggerInstance: log });
 */
export const serverLimits = {
  bodyLimit: 8 * MIB,
  requestTimeout: CONNECTION_LIMITS.requestMs,
  connectionTimeout: 0,
  keepAliveTimeout: 72_000,
  forceCloseConnections: 'idle',
  requestIdHeader: false,
  genReqId: newRequestId,
  frameworkErrors: sendFrameworkError,
  routerOptions: { maxParamLength: 128, ignoreTrailingSlash: false, caseSensitive: true },
  /** In Node's own words an error would have no code. */
  clientErrorHandler: answerClientFault,
  /** Late requests are looked for so often. */
  http: { maxHeaderSize: 16_384, headersTimeout: CONNECTION_LIMITS.headersMs, connectionsCheckingInterval: 1_000 },
} as const;
