import { type Agent, type Dispatcher, request } from 'undici';
import type { Outcome } from '../delivery/outcome.js';
import { Message } from '../message/message.js';
import { signMessage } from '../signing/standard-webhooks.js';
import { retryAfterMs } from './retry-after.js';

/** Of an answer; what is longer is no acknowledgement. */
const ANSWER_LIMIT = 16 << 10;

export interface Target {
  readonly url: URL;
  readonly agent: Agent;
  readonly secrets: readonly string[];
  readonly acknowledge: boolean;
  readonly attemptMs: number;
  readonly now: () => number;
}

/** One attempt, with one deadline for all of it. Rejects only with the reason of `signal`; redirects are not followed. */
export async function postMessage(target: Target, message: Message, signal?: AbortSignal): Promise<Outcome> {
  const { url, agent, secrets, attemptMs, now } = target;
  const body = JSON.stringify(Message.parse(message));
  const late = AbortSignal.timeout(attemptMs);
  try {
    const posted = request(url, {
      dispatcher: agent,
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'user-agent': 'tyrian',
        ...signMessage({ id: message.id, seconds: Math.floor(now() / 1000), body }, secrets),
      },
      body,
      signal: signal ? AbortSignal.any([signal, late]) : late,
    });
    return await untilAborted(
      posted.then((answer) => outcomeOf(answer, target, message.id)),
      signal ? [signal, late] : [late],
    );
  } catch (fault) {
    if (signal?.aborted) throw signal.reason;
    return { kind: 'failed', code: late.aborted ? 'timeout' : codeOf(fault) };
  }
}

async function outcomeOf(answer: Dispatcher.ResponseData, target: Target, id: string): Promise<Outcome> {
  const { statusCode, headers, body } = answer;
  const code = String(statusCode);
  if (statusCode < 200 || statusCode > 299 || !target.acknowledge) {
    // Ends the connection where there is more than anybody reads.
    await body.dump({ limit: ANSWER_LIMIT });
    if (statusCode === 410) return { kind: 'gone', code };
    if (statusCode >= 200 && statusCode <= 299) return { kind: 'acknowledged', code };
    if (statusCode >= 300 && statusCode <= 399) return { kind: 'failed', code: 'redirect' };
    const mayName = statusCode === 429 || statusCode === 503;
    return { kind: 'failed', code, ...(mayName && { afterMs: retryAfterMs(headers['retry-after'], target.now()) }) };
  }
  return (await isAcknowledged(body, id))
    ? { kind: 'acknowledged', code }
    : { kind: 'failed', code: 'not-acknowledged' };
}

async function isAcknowledged(body: AsyncIterable<Uint8Array>, id: string): Promise<boolean> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of body) {
    bytes += chunk.byteLength;
    if (bytes > ANSWER_LIMIT) return false;
    chunks.push(chunk);
  }
  try {
    const answer: unknown = JSON.parse(Buffer.concat(chunks).toString('utf8'));
    return typeof answer === 'object' && answer !== null && 'ack' in answer && answer.ack === id;
  } catch {
    // An answer that is no JSON acknowledges nothing.
    return false;
  }
}

/** undici heeds a signal only once it has a connection; this ends the wait for one as well. */
async function untilAborted<Answer>(answer: Promise<Answer>, signals: readonly AbortSignal[]): Promise<Answer> {
  const ended = new AbortController();
  const aborted = new Promise<never>((_resolve, reject) => {
    for (const signal of signals) {
      if (signal.aborted) reject(signal.reason);
      signal.addEventListener('abort', () => reject(signal.reason), { once: true, signal: ended.signal });
    }
  });
  try {
    return await Promise.race([answer, aborted]);
  } finally {
    ended.abort();
    answer.catch(() => undefined);
  }
}

/** Codes of Node and undici are words without content; messages can quote an address or an answer. */
function codeOf(fault: unknown): string {
  const code = fault instanceof Error && 'code' in fault ? String(fault.code) : '';
  return /^[A-Za-z][A-Za-z0-9_-]{0,60}$/.test(code) ? code : 'fault';
}
