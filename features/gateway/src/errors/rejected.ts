import { newId, type TyrianError } from '@tyrian/contracts';
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
  if (!principal || error.status >= 500 || error.code === 'NOT_FOUND') return;
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
