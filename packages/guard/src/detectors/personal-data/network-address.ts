import type { Place } from './place.js';
import type { Sight } from './sight.js';
import { anyWord } from './words.js';

const V4 = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})(?![\w])(?!\.\d)/;
/** Written from the front of the hexadecimal run to its end, at most eight groups and one pair of colons. */
const V6_MAX = 45;
const MAC = /^[0-9a-f]{2}(?:([:-])[0-9a-f]{2})(?:\1[0-9a-f]{2}){4}$/i;

const PUBLIC = 0.6;
const NO_PERSON = 0.2;
const HARDWARE = 0.3;
const VERSION_WORDS = anyWord('version v ver release build firmware driver update kernel chapter section rfc');

/** An IPv4 address. That of a private network, of documentation or of a version number says nothing of a person. */
export function lookForIpv4(place: Place): Sight | undefined {
  if (place.letters > 0 || place.digits > 3 || place.isJoined) return undefined;
  const seen = V4.exec(place.ahead);
  if (seen === null) return undefined;
  const octets = seen.slice(1).map(Number);
  if (octets.some((octet) => octet > 255) || seen.slice(1).some((octet) => /^0\d/.test(octet))) return undefined;
  const isQuiet = isReservedV4(octets) || octets.every((octet) => octet < 25) || VERSION_WORDS.test(place.before);
  const end = place.start + seen[0].length;
  return { rule: 'ip', start: place.start, end, score: isQuiet ? NO_PERSON : PUBLIC };
}

/** Special-purpose addresses (RFC 6890, RFC 5737) and those of well-known resolvers. */
function isReservedV4([a = 0, b = 0, c = 0, d = 0]: readonly number[]): boolean {
  return (
    a === 0 ||
    a === 10 ||
    a === 127 ||
    a >= 224 ||
    (a === 100 && b >= 64 && b < 128) ||
    (a === 169 && b === 254) ||
    (a === 172 && b >= 16 && b < 32) ||
    (a === 192 && (b === 168 || (b === 0 && (c === 0 || c === 2)))) ||
    (a === 198 && (b === 18 || b === 19 || (b === 51 && c === 100))) ||
    (a === 203 && b === 0 && c === 113) ||
    (a === b && b === c && c === d)
  );
}

/** An IPv6 or a hardware address around a colon; only at its first one. */
export function lookAtColon(text: string, colon: number): Sight | undefined {
  let start = colon;
  while (start > 0 && colon - start < 4 && isHex(text.charCodeAt(start - 1))) start--;
  const before = text.charAt(start - 1);
  if (before === ':' || /[\p{L}\p{N}_.-]/u.test(before)) return undefined;
  let end = colon;
  while (end < text.length && end - start < V6_MAX && (isHex(text.charCodeAt(end)) || text.charAt(end) === ':')) end++;
  if (/[\p{L}\p{N}_]/u.test(text.charAt(end))) return undefined;
  const run = text.slice(start, end);
  if (MAC.test(run)) return { rule: 'mac', start, end, score: HARDWARE };
  if (!isIpv6(run)) return undefined;
  return { rule: 'ip', start, end, score: isReservedV6(run) ? NO_PERSON : PUBLIC };
}

function isHex(unit: number): boolean {
  const lower = unit | 32;
  return (unit >= 48 && unit <= 57) || (lower >= 97 && lower <= 102);
}

function isIpv6(run: string): boolean {
  const halves = run.split('::');
  if (halves.length > 2) return false;
  const groups = halves.flatMap((half) => (half === '' ? [] : half.split(':')));
  if (!groups.every((group) => /^[0-9a-f]{1,4}$/i.test(group))) return false;
  if (halves.length === 1) return groups.length === 8;
  // `std::a` of a programming language has no digit, `10::` of a time table no second group.
  return groups.length >= 2 && groups.length < 8 && groups.some((group) => /\d/.test(group));
}

/** Loopback, link-local, unique local, multicast, documentation (RFC 4291, RFC 4193, RFC 3849). */
function isReservedV6(run: string): boolean {
  return /^(?:::|fe[89ab]|f[cd]|ff|2001:0?db8)/i.test(run);
}
