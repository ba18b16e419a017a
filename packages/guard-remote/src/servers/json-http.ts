import { isUtf8 } from 'node:buffer';
import { Pool } from 'undici';
import { asStatusFault, asTransferFault } from './http-fault.js';
import { ModelServerError } from './model-server-error.js';

const CONNECT_MS = 3_000;

export interface JsonHttpOptions {
  readonly url: URL;
  readonly connections: number;
  /** For all of one answer, in milliseconds. */
  readonly callMs: number;
  /** Of one answer, in bytes. */
  readonly maxBytes: number;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface JsonHttp {
  /** Gives the parsed answer, or throws ModelServerError or the reason of `signal`. */
  ask(path: string, body: object | undefined, signal: AbortSignal): Promise<unknown>;
  close(): Promise<void>;
}

/** JSON to and from one origin: a deadline and a most for the answer, and no redirect followed. */
export function createJsonHttp(options: JsonHttpOptions): JsonHttp {
  const { callMs, maxBytes } = options;
  const pool = new Pool(options.url.origin, {
    connections: options.connections,
    connect: { timeout: Math.min(CONNECT_MS, callMs) },
    headersTimeout: callMs,
    bodyTimeout: callMs,
  });

  async function read(body: AsyncIterable<Uint8Array>): Promise<unknown> {
    const chunks: Uint8Array[] = [];
    let bytes = 0;
    for await (const chunk of body) {
      bytes += chunk.byteLength;
      if (bytes > maxBytes) throw new ModelServerError('answer', `its answer is larger than ${maxBytes} bytes`);
      chunks.push(chunk);
    }
    const whole = Buffer.concat(chunks);
    if (!isUtf8(whole)) throw new ModelServerError('answer', 'its answer is not UTF-8');
    try {
      return JSON.parse(whole.toString('utf8'));
    } catch {
      // The error of the parser quotes the answer.
      throw new ModelServerError('answer', 'its answer is not JSON');
    }
  }

  async function exchange(path: string, body: object | undefined, signal: AbortSignal): Promise<unknown> {
    const answer = await pool.request({
      method: body === undefined ? 'GET' : 'POST',
      path,
      signal,
      headers: {
        accept: 'application/json',
        ...options.headers,
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const fault = asStatusFault(answer.statusCode);
    if (fault) {
      // Ends the connection rather than read what nobody wants.
      answer.body.on('error', () => undefined).destroy();
      throw fault;
    }
    return await read(answer.body);
  }

  return {
    async ask(path, body, signal) {
      const late = AbortSignal.timeout(callMs);
      try {
        return await untilAborted(exchange(path, body, AbortSignal.any([signal, late])), [signal, late]);
      } catch (cause) {
        if (signal.aborted) throw signal.reason;
        throw asTransferFault(cause, callMs);
      }
    },
    close: () => pool.destroy(),
  };
}

/** undici heeds the signal of a request only once it has a connection; this ends the wait for one as well. */
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
