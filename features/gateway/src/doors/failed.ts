import { type Commit, TyrianError } from '@tyrian/contracts';
import type { GatewayPorts } from '../ports.js';
import type { Exchange } from '../verdict/exchange.js';
import { exchangeRecord } from '../verdict/record.js';
import { recordedModel } from '../verdict/recorded-model.js';
import { UpstreamRefusal } from './upstream-refusal.js';

/** That a prompt went out and no answer came back to the client: why, in a code. */
export function failedCommit(ports: GatewayPorts, exchange: Exchange, cause: unknown): Required<Commit> {
  const payload = {
    generation: exchange.id,
    door: exchange.door,
    model: recordedModel(exchange),
    code: codeOf(cause),
    ...(cause instanceof UpstreamRefusal && { status: cause.words.status }),
  };
  return {
    records: [exchangeRecord(ports, exchange, 'upstream.failed', payload)],
    evidence: [],
    events: [],
    strikes: [],
  };
}

/** Why, in a code that quotes nothing. */
export function codeOf(cause: unknown): string {
  if (cause instanceof TyrianError || cause instanceof UpstreamRefusal) return cause.code;
  return isAbort(cause) ? 'CLIENT_GONE' : 'INTERNAL';
}

export function isAbort(cause: unknown): boolean {
  return cause instanceof Error && cause.name === 'AbortError';
}
