/** Parameters whose long value is a signature or a size, and those that draw a text into a picture. */
const SIGNATURES =
  /^(?:x-amz-.*|x-goog-.*|signature|sig|sign|hash|hmac|expires|policy|key-pair-id|token|auth|se|sp|sv|sr|v|w|h|fit|q|auto|ixid|ixlib|id|oh|oe|_nc_.*|ex|is|hm)$/i;
const DRAWN = /^(?:text|label|title|c|chart|tex|latex|alt|name|message|logo)$/i;
const PLACEHOLDER =
  /\{\{?[^{}]{1,60}\}?\}|<[A-Za-z_ -]{2,40}>|\[[A-Z_ -]{3,40}\]|%7B[^&]{1,60}%7D|\$[A-Z_]{3,30}|\b(?:DATA|SECRET|BASE64|CONTENT|ENCODED)_?(?:HERE|TEXT|DATA)?\b/;
const VALUE_MAX = 2_000;
const DECODED_MIN = 12;
const WORDS_MIN = 4;
const OPAQUE_MIN = 80;

/** How a URL seems to carry data away, surest first; undefined where it does not. */
export type Cargo = 'encoded' | 'placeholder' | 'words' | 'drawn' | 'opaque';

/** What the query or the path of a URL carries. */
export function cargoOf(url: string): Cargo | undefined {
  const tail = url.slice(0, VALUE_MAX);
  const mark = tail.indexOf('?');
  const path = mark === -1 ? tail : tail.slice(0, mark);
  const query = mark === -1 ? '' : tail.slice(mark + 1);
  if (
    path
      .split('/')
      .slice(3)
      .some((part) => isEncodedText(part.replace(/\.[a-z]{2,5}$/, '')))
  )
    return 'encoded';
  let cargo: Cargo | undefined;
  for (const pair of query.split('&').slice(0, 40)) {
    const [name = '', value = ''] = splitPair(pair);
    const seen = cargoOfValue(name, value);
    if (seen === 'encoded') return seen;
    cargo ??= seen;
  }
  return cargo;
}

function splitPair(pair: string): [name: string, value: string] {
  const at = pair.indexOf('=');
  return at === -1 ? ['', pair] : [pair.slice(0, at), pair.slice(at + 1)];
}

function cargoOfValue(name: string, value: string): Cargo | undefined {
  if (isEncodedText(value)) return 'encoded';
  if (PLACEHOLDER.test(value)) return 'placeholder';
  const words = value.split(/(?:%20|\+|_|%0A)+/i).filter((word) => /^[\p{L}'",.!?:;-]{2,}$/u.test(word));
  if (words.length >= WORDS_MIN) return DRAWN.test(name) ? 'drawn' : 'words';
  if (value.length >= OPAQUE_MIN && !SIGNATURES.test(name) && /^[A-Za-z0-9+/_=%-]+$/.test(value)) return 'opaque';
  return undefined;
}

/** Base64 or hexadecimal of text that can be read. */
function isEncodedText(value: string): boolean {
  if (value.length < (DECODED_MIN * 4) / 3) return false;
  const plain = value.replace(/%3D/gi, '=').replace(/%2B/gi, '+').replace(/%2F/gi, '/');
  if (/^(?:[0-9a-f]{2}){12,}$/i.test(plain)) return isText(Buffer.from(plain, 'hex').toString('latin1'));
  if (!/^[A-Za-z0-9+/_-]+={0,2}$/.test(plain) || !/[A-Z]/.test(plain) || !/[a-z]/.test(plain)) return false;
  return isText(Buffer.from(plain, 'base64').toString('latin1'));
}

function isText(decoded: string): boolean {
  return decoded.length >= DECODED_MIN && /^[\t\n\r\x20-\x7e]+$/.test(decoded) && /[A-Za-z]{2}/.test(decoded);
}
