import type { FastifyReply } from 'fastify';

const KEEP_ALIVE_MS = 5_000;

/** Where a stream leaves. */
export interface Outlet {
  /** Whether headers have left, so that an error can only be an event. */
  readonly hasBegun: boolean;
  /** Resolves once the client can take more. */
  write(text: string): Promise<void>;
  end(): void;
  stop(): void;
}

interface OutletOptions {
  readonly contentType: string;
  /** Sent where nothing else leaves for a while; absent where the framing has no comments. */
  readonly keepAlive?: string | undefined;
  /** Done before the first byte leaves. */
  readonly ready: Promise<unknown>;
  readonly everyMs?: number;
}

/** Opens a way out for a stream; headers leave with the first of it, or after five seconds with a comment. */
export function openOutlet(reply: FastifyReply, options: OutletOptions): Outlet {
  const { contentType, keepAlive, ready, everyMs = KEEP_ALIVE_MS } = options;
  const { raw } = reply;
  let hasBegun = false;
  let wroteSince = false;
  let isStopped = false;

  function begin(): void {
    if (hasBegun) return;
    hasBegun = true;
    reply.hijack();
    raw.writeHead(200, { ...headersOf(reply), 'content-type': contentType });
  }

  async function beat(comment: string): Promise<void> {
    if (wroteSince) {
      wroteSince = false;
      return;
    }
    const isReady = await ready.then(
      () => true,
      () => false,
    );
    if (isStopped || !isReady || raw.destroyed) return;
    begin();
    raw.write(comment);
  }

  const timer = keepAlive === undefined ? undefined : setInterval(() => void beat(keepAlive), everyMs);
  function stop(): void {
    isStopped = true;
    clearInterval(timer);
  }

  return {
    get hasBegun() {
      return hasBegun;
    },
    async write(text) {
      if (text === '') return;
      await ready;
      if (raw.destroyed) return;
      begin();
      wroteSince = true;
      if (!raw.write(text) && !raw.destroyed) await drained(raw);
    },
    end() {
      stop();
      if (!raw.destroyed) begin();
      raw.end();
    },
    stop,
  };
}

/** Until the client has read, or is gone. */
function drained(raw: FastifyReply['raw']): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      raw.removeListener('drain', done);
      raw.removeListener('close', done);
      resolve();
    };
    raw.once('drain', done);
    raw.once('close', done);
  });
}

function headersOf(reply: FastifyReply): Record<string, string | string[] | number> {
  return Object.fromEntries(
    Object.entries(reply.getHeaders()).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
