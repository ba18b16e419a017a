import { errors, newId, type TyrianError } from '@tyrian/contracts';
import type { FastifyRequest } from 'fastify';
import type { GatewayPorts } from '../ports.js';
import { findPrincipal } from '../principal/authenticate.js';

/** Notes that a known key sent something that no door takes: the code, not what it was. */
export async function recordRejected(
  ports: GatewayPorts,
  request: FastifyRequest,
  door: string,
  error: TyrianError,
): Promise<void> {
  const principal = findPrincipal(request);
  if (!principal || error.status >= 500 || isUnrecorded(error)) return;
  const at = ports.clock.now();
  const payload = { door, code: error.code, key: principal.keyId, request: request.id };
  try {
    await ports.recorder.append({
      records: [{ id: newId('record', at), type: 'request.rejected', at, tenant: principal.tenant, payload }],
    });
  } catch (cause) {
    // The request is refused either way.
    ports.log.warn(
      { requestId: request.id, code: cause instanceof Error ? cause.name : '' },
      'rejected request was not recorded',
    );
  }
}

const UNRECORDED: ReadonlySet<string> = new Set(
  [errors.NOT_FOUND, errors.RATE_LIMITED, errors.ACCOUNT_SUSPENDED].map(({ definition }) => definition.code),
);

/** What nobody can tell from a mistyped address, and what a limit refuses, which would write as much as is sent. */
function isUnrecorded({ code }: TyrianError): boolean {
  return UNRECORDED.has(code);
}
