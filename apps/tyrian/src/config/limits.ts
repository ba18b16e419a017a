import type { ConnectionLimits } from '@tyrian/gateway';
import { z } from 'zod';

const Seconds = z.number().min(1).max(3_600);

/** What one client may take of the server. */
export const LimitSettings = z
  .strictObject({
    /** Open at a time; more are closed at once. */
    connections: z.number().int().min(1).max(1_000_000).default(10_000),
    /** For the headers of a request to arrive. */
    headerSeconds: Seconds.default(15),
    /** For a whole request to arrive. */
    requestSeconds: Seconds.default(30),
    /** Without a byte of the answer taken by the client. */
    readSeconds: Seconds.default(60),
  })
  .refine(({ headerSeconds, requestSeconds }) => headerSeconds <= requestSeconds, {
    path: ['headerSeconds'],
    error: 'must not be longer than requestSeconds',
  });

export function connectionLimits(settings: z.infer<typeof LimitSettings>): ConnectionLimits {
  return {
    connections: settings.connections,
    headersMs: settings.headerSeconds * 1_000,
    requestMs: settings.requestSeconds * 1_000,
    writeMs: settings.readSeconds * 1_000,
  };
}
