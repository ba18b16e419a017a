/** A string inside JSON text that is written with escapes. */
export interface EscapedString {
  /** What it says once read. */
  readonly text: string;
  /** `map[i]` is the offset in the JSON text where unit `i` comes from; one entry more for the end. */
  readonly map: Uint32Array;
}

const SHORT_ESCAPES: Readonly<Record<string, string>> = {
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};

/**
 * Reads the strings of a JSON text that hold an escape; all others stand in the text as they are. Lenient: what is cut
 * off or not quite JSON is read as far as it goes, since a client may be lenient as well. Linear, one by one.
 */
export function* escapedStrings(json: string): Generator<EscapedString> {
  if (!json.includes('\\')) return;
  for (let quote = json.indexOf('"'); quote !== -1; ) {
    const { end, string } = readString(json, quote + 1);
    if (string) yield string;
    quote = json.indexOf('"', end + 1);
  }
}

function readString(json: string, start: number): { end: number; string: EscapedString | undefined } {
  let end = start;
  let escaped = false;
  while (end < json.length && json[end] !== '"') {
    if (json[end] === '\\') {
      escaped = true;
      end++;
    }
    end++;
  }
  end = Math.min(end, json.length);
  return { end, string: escaped ? unescapeString(json, start, end) : undefined };
}

function unescapeString(json: string, start: number, end: number): EscapedString {
  const map = new Uint32Array(end - start + 1);
  const units: string[] = [];
  let at = start;
  while (at < end) {
    map[units.length] = at;
    if (json[at] !== '\\' || at + 1 >= end) {
      units.push(json[at] as string);
      at++;
      continue;
    }
    const mark = json[at + 1] as string;
    const hex = mark === 'u' ? json.slice(at + 2, Math.min(at + 6, end)) : '';
    if (/^[0-9A-Fa-f]{4}$/.test(hex)) {
      units.push(String.fromCharCode(Number.parseInt(hex, 16)));
      at += 6;
    } else {
      units.push(SHORT_ESCAPES[mark] ?? mark);
      at += 2;
    }
  }
  map[units.length] = end;
  return { text: units.join(''), map: map.subarray(0, units.length + 1) };
}
