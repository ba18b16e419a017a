import type { ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

/** Ways for a server to go wrong. */
export const MISBEHAVIOURS = [
  'slow',
  'hang',
  'reset',
  'half',
  'garbage',
  'wrong-json',
  '429',
  '500',
  '503',
  'empty',
  'no-logprobs',
  'huge',
  'wrong-code',
  'redirect',
] as const;
export type Misbehaviour = (typeof MISBEHAVIOURS)[number];

const SLOW_MS = 300;
const HUGE_BYTES = 4 * 1024 * 1024;

/**
 * Sends an answer in a way that is wrong. `no-logprobs` and `wrong-code` concern what is said, and `slow` only when:
 * those are sent as they are.
 */
export async function sendBadly(
  how: Misbehaviour | undefined,
  response: ServerResponse,
  answer: object,
): Promise<void> {
  const body = JSON.stringify(answer);
  const json = { 'content-type': 'application/json' };
  switch (how) {
    case 'hang':
      return;
    case 'reset':
      response.socket?.resetAndDestroy();
      return;
    case 'half':
      response.writeHead(200, { ...json, 'content-length': Buffer.byteLength(body) });
      response.write(body.slice(0, Math.floor(body.length / 2)));
      // Lets the half go out first.
      setImmediate(() => response.socket?.destroy());
      return;
    case 'garbage':
      response.writeHead(200, json).end('<html>{"choices": [zz');
      return;
    case 'wrong-json':
      response.writeHead(200, json).end('{"hello": ["world"]}');
      return;
    case '429':
    case '500':
    case '503':
      response.writeHead(Number(how), json).end('{"error": {"message": "the stand-in was told to"}}');
      return;
    case 'empty':
      response.writeHead(200, json).end();
      return;
    case 'huge':
      response.writeHead(200, json).end(JSON.stringify({ ...answer, padding: 'x'.repeat(HUGE_BYTES) }));
      return;
    case 'redirect':
      response.writeHead(307, { location: '/stand-in/elsewhere' }).end();
      return;
    case 'slow':
      await sleep(SLOW_MS);
      break;
    default:
  }
  response.writeHead(200, json).end(body);
}
