import { pino } from 'pino';
import type { Config } from '../config/config.js';

/** Names under which content or secrets could come by mistake; their values are never written. */
export const REDACTED = [
  'authorization',
  'token',
  'text',
  'content',
  'prompt',
  'messages',
  'body',
  'input',
  'output',
  'apiKey',
  'secret',
];

/** The log of the server: JSON lines on standard error, without content. */
export function createLog(
  level: Config['log'],
  destination: { write(line: string): void } = pino.destination({ fd: 2, sync: true }),
) {
  return pino(
    {
      level,
      base: { name: 'tyrian' },
      redact: { paths: REDACTED.flatMap((name) => [name, `*.${name}`]), censor: '[redacted]' },
    },
    destination,
  );
}
