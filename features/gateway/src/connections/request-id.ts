import { randomUUID } from 'node:crypto';

/** A name for a request; never taken from a client, who could repeat the id of another's. */
export function newRequestId(): string {
  return `req_${randomUUID().replaceAll('-', '')}`;
}
