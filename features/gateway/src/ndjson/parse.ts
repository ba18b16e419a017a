import { isUtf8 } from 'node:buffer';
import { errors } from '@tyrian/contracts';

interface NdjsonLimits {
  readonly lineBytes: number;
  readonly lines: number;
  readonly totalBytes: number;
}

/** One line, under the name that a server-sent event without a name has. */
interface Line {
  readonly event: 'message';
  readonly data: string;
}

const LIMITS: NdjsonLimits = { lineBytes: 4 * 1024 * 1024, lines: 200_000, totalBytes: 64 * 1024 * 1024 };
const LF = 0x0a;

/** Lines of JSON as bytes, however they are cut. Empty lines are passed over. */
export function createNdjsonParser(limits: Partial<NdjsonLimits> = {}) {
  const { lineBytes, lines: maxLines, totalBytes } = { ...LIMITS, ...limits };
  let pending: Uint8Array[] = [];
  let pendingBytes = 0;
  let total = 0;
  let count = 0;

  /** Like sizes are merged, so that a line that comes byte by byte is never more than a few pieces. */
  function keep(piece: Uint8Array): void {
    pendingBytes += piece.length;
    if (pendingBytes > lineBytes) throw errors.UPSTREAM_TOO_LARGE([lineBytes]);
    let merged = piece;
    for (let before = pending.at(-1); before && before.length <= merged.length; before = pending.at(-1)) {
      pending.pop();
      merged = Buffer.concat([before, merged]);
    }
    pending.push(merged);
  }

  function takeLine(): Line | undefined {
    const bytes = Buffer.concat(pending);
    pending = [];
    pendingBytes = 0;
    if (!isUtf8(bytes)) throw errors.UPSTREAM_INVALID(['it is not UTF-8']);
    const data = bytes.toString('utf8').trim();
    if (data === '') return undefined;
    if (++count > maxLines) throw errors.UPSTREAM_INVALID([`it has more than ${maxLines} lines`]);
    return { event: 'message', data };
  }

  return {
    feed(bytes: Uint8Array): Line[] {
      total += bytes.byteLength;
      if (total > totalBytes) throw errors.UPSTREAM_TOO_LARGE([totalBytes]);
      const complete: Line[] = [];
      let start = 0;
      for (let end = bytes.indexOf(LF); end !== -1; end = bytes.indexOf(LF, start)) {
        // Copied: the caller may reuse its buffer.
        keep(Buffer.from(bytes.subarray(start, end)));
        start = end + 1;
        const line = takeLine();
        if (line) complete.push(line);
      }
      if (start < bytes.length) keep(Buffer.from(bytes.subarray(start)));
      return complete;
    },
    /** A last line needs no line break. */
    end(): Line | undefined {
      return takeLine();
    },
  };
}
