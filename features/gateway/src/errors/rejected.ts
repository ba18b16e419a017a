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

/** What nobody can tell from a mistyped address, and what a limit refuses, which would write as much as is sent. */
function isUnrecorded({ code }: TyrianError): boolean {
  return code === errors.NOT_FOUND.definition.code || code === errors.RATE_LIMITED.definition.code;
}
