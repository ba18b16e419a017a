import { isUtf8 } from 'node:buffer';
import { errors, type TyrianError } from '@tyrian/contracts';

/** Longest line of a batch in bytes. */
const MAX_LINE_BYTES = 16 * 1024 * 1024;
const NEWLINE = 0x0a;

/** A line, or why it could not be read; a line that is too long is skipped without being held in memory. */
export type Line = { readonly number: number } & ({ readonly text: string } | { readonly fault: TyrianError });

/** Splits bytes into lines, numbered from 1, in bounded memory. Empty lines are left out; CRLF is taken as LF. */
export async function* readLines(
  source: AsyncIterable<Uint8Array>,
  maxBytes: number = MAX_LINE_BYTES,
): AsyncGenerator<Line> {
  let held: Uint8Array[] = [];
  let bytes = 0;
  let tooLong = false;
  let number = 0;

  const take = (part: Uint8Array) => {
    bytes += part.length;
    tooLong ||= bytes > maxBytes;
    if (tooLong) held = [];
    else held.push(part);
  };
  const finish = (): Line | undefined => {
    const whole = Buffer.concat(held);
    const wasTooLong = tooLong;
    number++;
    held = [];
    bytes = 0;
    tooLong = false;
    if (wasTooLong) return { number, fault: errors.BODY_TOO_LARGE([maxBytes]) };
    if (!isUtf8(whole)) return { number, fault: errors.BODY_NOT_UTF8() };
    const text = whole.toString('utf8').replace(/\r$/, '');
    return text.trim() === '' ? undefined : { number, text };
  };

  for await (const chunk of source) {
    let start = 0;
    for (let at = chunk.indexOf(NEWLINE); at !== -1; at = chunk.indexOf(NEWLINE, start)) {
      take(chunk.subarray(start, at));
      start = at + 1;
      const line = finish();
      if (line) yield line;
    }
    take(chunk.subarray(start));
  }
  const last = finish();
  if (last) yield last;
}
