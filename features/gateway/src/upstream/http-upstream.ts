import { errors } from '@tyrian/contracts';
import { Pool } from 'undici';
import { asUpstreamFault } from './fault.js';
import { type Call, openCall } from './open-call.js';
import type { Upstream, UpstreamAnswer, UpstreamApi, UpstreamRequest } from './upstream.js';

export interface HttpUpstreamOptions {
  /** Up to and with `/v1` for servers that speak OpenAI's API; those that speak others as well have them beside it. */
  readonly baseUrl: string;
  readonly apiKey?: string | undefined;
  readonly timeouts?: Partial<UpstreamTimeouts> | undefined;
  /** Of one answer. */
  readonly maxBytes?: number | undefined;
  readonly connections?: number | undefined;
}

export interface UpstreamTimeouts {
  readonly connectMs: number;
  /** Until the first byte of an answer, with the wait for a free connection. */
  readonly headersMs: number;
  /** Between two pieces of it. */
  readonly idleMs: number;
  /** From the request to the last byte, so that an answer that drips comes to an end. */
  readonly totalMs: number;
}

const TIMEOUTS: UpstreamTimeouts = { connectMs: 5_000, headersMs: 120_000, idleMs: 60_000, totalMs: 600_000 };
const MAX_BYTES = 16 * 1024 * 1024;
const MAX_HEADER_BYTES = 16 * 1024;
/** Answers before the answer (1xx): each begins the count of header bytes and undici's wait for headers anew. */
const MAX_INTERIM = 200;

/** A model server behind HTTP. undici's request, since WHATWG streams cost several times the CPU; redirects are never followed. */
export function httpUpstream(options: HttpUpstreamOptions): Upstream {
  const base = new URL(options.baseUrl);
  const timeouts = { ...TIMEOUTS, ...options.timeouts };
  const maxBytes = options.maxBytes ?? MAX_BYTES;
  const pool = new Pool(base.origin, {
    connections: options.connections ?? 128,
    connect: { timeout: timeouts.connectMs },
    headersTimeout: timeouts.headersMs,
    bodyTimeout: timeouts.idleMs,
    maxHeaderSize: MAX_HEADER_BYTES,
  });
  const folder = base.pathname.replace(/\/$/, '');
  const beside = folder.replace(/\/v1$/, '');
  const authorization = authorizationOf(options.apiKey);

  async function send(request: UpstreamRequest): Promise<UpstreamAnswer> {
    const { api, method, path, body, contentType = 'application/json', accept, signal } = request;
    const call = openCall(signal, timeouts.totalMs);
    const headers = {
      accept,
      // Nothing is unpacked here, so that nothing bursts.
      'accept-encoding': 'identity',
      ...request.headers,
      ...authorization[api],
      ...(body !== undefined && { 'content-type': contentType }),
    };
    let interim = 0;
    try {
      const answer = await call.within(
        pool.request({
          method,
          path: `${api === 'openai' ? folder : beside}${path}`,
          headers,
          signal: call.signal,
          onInfo: () => {
            if (++interim > MAX_INTERIM) call.end(errors.UPSTREAM_INVALID(['it does not begin']));
          },
          ...(body !== undefined && { body }),
        }),
        timeouts.headersMs,
      );
      const { statusCode: status } = answer;
      if (status >= 300 && status < 400) throw errors.UPSTREAM_REDIRECT();
      if (status < 300 && isCoded(answer.headers)) throw errors.UPSTREAM_INVALID(['it is coded']);
      return { status, headers: answer.headers, body: bounded(answer.body, call) };
    } catch (cause) {
      // Also what still waits for a connection: nobody reads its answer any more.
      call.end();
      throw asUpstreamFault(cause, 'before the answer', timeouts.headersMs);
    }
  }

  async function* bounded(body: AsyncIterable<Uint8Array>, call: Call): AsyncGenerator<Uint8Array> {
    let bytes = 0;
    try {
      for await (const chunk of body) {
        bytes += chunk.byteLength;
        if (bytes > maxBytes) throw errors.UPSTREAM_TOO_LARGE([maxBytes]);
        yield chunk;
      }
    } catch (cause) {
      throw asUpstreamFault(cause, 'within the answer', timeouts.idleMs);
    } finally {
      call.leave();
    }
  }

  return { send, close: () => pool.destroy() };
}

/** Whether an answer says that it is packed, whatever it is. */
function isCoded({ 'content-encoding': coding }: UpstreamAnswer['headers']): boolean {
  return coding !== undefined && String(coding).trim().toLowerCase() !== 'identity';
}

/** Each API has its own header for a key. */
function authorizationOf(apiKey: string | undefined): Readonly<Record<UpstreamApi, Record<string, string>>> {
  if (apiKey === undefined) return { openai: {}, anthropic: {}, ollama: {} };
  const bearer = { authorization: `Bearer ${apiKey}` };
  return { openai: bearer, anthropic: { 'x-api-key': apiKey }, ollama: bearer };
}
