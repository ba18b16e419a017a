import { isUtf8 } from 'node:buffer';
import { errors } from '@tyrian/contracts';

export interface SseEvent {
  /** `message` unless the stream names it. */
  readonly event: string;
  readonly data: string;
}

export interface SseLimits {
  readonly lineBytes: number;
  readonly events: number;
  readonly totalBytes: number;
}

export interface SseParser {
  /** Takes bytes as they come, however they are cut; returns the events that they complete. */
  feed(bytes: Uint8Array): SseEvent[];
  /** At the end: what an event without its closing blank line would have said. A reader must drop it, so it is cut. */
  end(): SseEvent | undefined;
}

const LIMITS: SseLimits = { lineBytes: 4 * 1024 * 1024, events: 200_000, totalBytes: 64 * 1024 * 1024 };
const LF = 0x0a;
const CR = 0x0d;
const BYTE_ORDER_MARK = '\uFEFF';

/** Server-sent events as bytes (WHATWG HTML, 9.2.6). A line is decoded whole, so that no character is split. */
export function createSseParser(limits: Partial<SseLimits> = {}): SseParser {
  const { lineBytes, events: maxEvents, totalBytes } = { ...LIMITS, ...limits };
  let pending: Uint8Array[] = [];
  let pendingBytes = 0;
  let total = 0;
  let count = 0;
  let isFirstLine = true;
  let skipLf = false;
  let data: string[] = [];
  let event = '';

  function takeEvent(): SseEvent | undefined {
    const taken = data.length === 0 ? undefined : { event: event === '' ? 'message' : event, data: data.join('\n') };
    data = [];
    event = '';
    return taken;
  }

  /** Like sizes are merged, so that a line that comes byte by byte is never more than a few pieces. */
  function keep(piece: Uint8Array): void {
    pendingBytes += piece.length;
    let merged = piece;
    for (let before = pending.at(-1); before && before.length <= merged.length; before = pending.at(-1)) {
      pending.pop();
      merged = Buffer.concat([before, merged]);
    }
    pending.push(merged);
  }

  function takeLine(last: Uint8Array): string {
    const bytes =
      pendingBytes === 0
        ? Buffer.from(last.buffer, last.byteOffset, last.byteLength)
        : Buffer.concat([...pending, last]);
    pending = [];
    pendingBytes = 0;
    if (bytes.length > lineBytes) throw errors.UPSTREAM_TOO_LARGE([lineBytes]);
    if (!isUtf8(bytes)) throw errors.UPSTREAM_INVALID(['it is not UTF-8']);
    const line = bytes.toString('utf8');
    const isMarked = isFirstLine && line.startsWith(BYTE_ORDER_MARK);
    isFirstLine = false;
    return isMarked ? line.slice(1) : line;
  }

  function readField(line: string): void {
    const colon = line.indexOf(':');
    if (colon === 0) return;
    const name = colon === -1 ? line : line.slice(0, colon);
    const value = colon === -1 ? '' : line.slice(line[colon + 1] === ' ' ? colon + 2 : colon + 1);
    if (name === 'data') data.push(value);
    else if (name === 'event') event = value;
    // `id` and `retry` steer reconnection, which no client of ours may do; they do not leave.
  }

  return {
    feed(bytes) {
      total += bytes.byteLength;
      if (total > totalBytes) throw errors.UPSTREAM_TOO_LARGE([totalBytes]);
      const complete: SseEvent[] = [];
      let start = 0;
      for (let at = 0; at < bytes.length; at++) {
        const byte = bytes[at];
        if (byte !== LF && byte !== CR) {
          skipLf = false;
          continue;
        }
        if (byte === LF && skipLf) {
          skipLf = false;
          start = at + 1;
          continue;
        }
        skipLf = byte === CR;
        const line = takeLine(bytes.subarray(start, at));
        start = at + 1;
        if (line !== '') {
          readField(line);
          continue;
        }
        const taken = takeEvent();
        if (taken && ++count > maxEvents) throw errors.UPSTREAM_INVALID([`it has more than ${maxEvents} events`]);
        if (taken) complete.push(taken);
      }
      if (start < bytes.length) {
        // Copied: the caller may reuse its buffer.
        keep(Buffer.from(bytes.subarray(start)));
        if (pendingBytes > lineBytes) throw errors.UPSTREAM_TOO_LARGE([lineBytes]);
      }
      return complete;
    },
    end() {
      if (pendingBytes > 0) readField(takeLine(new Uint8Array()));
      return takeEvent();
    },
  };
}
