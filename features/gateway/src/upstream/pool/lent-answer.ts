import type { UpstreamAnswer } from '../upstream.js';
import type { CallEnd } from './health.js';

/** Both may be called more than once; the first counts. */
export interface Lending {
  judge(how: CallEnd): void;
  leave(): void;
}

/**
 * An answer that says how it ended: read to its end, broken off, or given up by its reader. What is never read ends with
 * the signal of its request.
 */
export function lendAnswer(answer: UpstreamAnswer, signal: AbortSignal, lending: Lending): UpstreamAnswer {
  const end = (how: CallEnd): void => {
    lending.judge(how);
    lending.leave();
  };
  const giveUp = (): void => end('unknown');
  signal.addEventListener('abort', giveUp, { once: true });
  // Known by its status alone, whoever reads on. A server that is too busy is still there.
  if (answer.status >= 500) lending.judge('bad');
  const good: CallEnd = answer.status === 429 ? 'unknown' : 'good';

  async function* body(): AsyncGenerator<Uint8Array> {
    try {
      yield* answer.body;
      end(good);
    } catch (fault) {
      end(signal.aborted ? 'unknown' : 'bad');
      throw fault;
    } finally {
      signal.removeEventListener('abort', giveUp);
      // Given up by its reader, unless it has ended already.
      end('unknown');
    }
  }
  return { ...answer, body: body() };
}
