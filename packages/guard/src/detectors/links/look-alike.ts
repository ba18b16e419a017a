import { isOneEdit, latinSkeleton } from '@tyrian/text';
import { BAIT, BRANDS, type Brand, NEIGHBOURS } from './brands.js';
import type { Host } from './host.js';

/** A reason to doubt a host. */
export interface Doubt {
  readonly rule: string;
  readonly score: number;
}

const DIGIT_LETTERS: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'l',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '8': 'b',
};
/** Shorter names have too many honest neighbours. */
const TYPO_MIN = 6;
const BY_LENGTH = new Map<number, string[]>();
for (const name of BRANDS.keys()) BY_LENGTH.set(name.length, [...(BY_LENGTH.get(name.length) ?? []), name]);
const LONGEST = Math.max(...[...BRANDS.keys()].map((name) => name.length));
/** Top-level domains that cost next to nothing. */
const CHEAP_TOP = new Set(
  'xyz top click shop online site live icu buzz cam cfd rest vip work sbs lol bond monster quest tk ml ga cf gq'.split(
    ' ',
  ),
);

/** Whether a host is made to look like that of a known name. */
export function lookAlike(host: Host): Doubt | undefined {
  if (host.label.length > 63) return undefined;
  const own = BRANDS.get(host.label);
  // Names under the domain of a brand are its own; under another country it may own the domain as well.
  if (own !== undefined) return ownOrCheap(own, host);
  if (NEIGHBOURS.has(host.label)) return undefined;
  return imitation(host.label) ?? namedAbove(host) ?? namedBesideBait(host.label);
}

function ownOrCheap(brand: Brand, host: Host): Doubt | undefined {
  const isCheap = !brand.domains.has(host.domain) && CHEAP_TOP.has(host.labels.at(-1) ?? '');
  return isCheap ? { rule: 'brand-cheap-domain', score: 0.4 } : undefined;
}

function imitation(label: string): Doubt | undefined {
  if (label.length > LONGEST + 2) return undefined;
  const skeleton = latinSkeleton(label);
  if (skeleton !== label && BRANDS.has(skeleton)) return { rule: 'look-alike', score: 0.7 };
  for (const reading of readings(skeleton))
    if (reading !== label && BRANDS.has(reading)) return { rule: 'look-alike', score: 0.65 };
  if (skeleton.length < TYPO_MIN - 1) return undefined;
  for (let length = skeleton.length - 1; length <= skeleton.length + 1; length++)
    for (const name of BY_LENGTH.get(length) ?? [])
      if (length >= TYPO_MIN && isOneEdit(name, skeleton)) return { rule: 'typo', score: 0.5 };
  return undefined;
}

/** What a hasty reader takes it for. */
function readings(label: string): string[] {
  const letters = label.replace(/[013457８8]/g, (digit) => DIGIT_LETTERS[digit] ?? digit);
  const joined = letters.replaceAll('rn', 'm').replaceAll('vv', 'w');
  return [letters, joined, label.replace(/1/g, 'i'), joined.replaceAll('-', '')];
}

/** `paypal.com.zorb.org`: the domain of a brand stands above another one. */
function namedAbove({ above, label }: Host): Doubt | undefined {
  for (let at = 0; at < above.length; at++) {
    const brand = BRANDS.get(above[at] ?? '');
    if (brand === undefined) continue;
    if (brand.domains.has(above.slice(at, at + 2).join('.'))) return { rule: 'brand-subdomain', score: 0.65 };
    if (label.split('-').some((part) => BAIT.has(part))) return { rule: 'brand-subdomain', score: 0.5 };
  }
  return undefined;
}

/** `paypal-secure-login.com`. */
function namedBesideBait(label: string): Doubt | undefined {
  if (!label.includes('-')) return undefined;
  const parts = label.split('-').map(latinSkeleton);
  const named = parts.some((part) =>
    readings(part)
      .concat(part)
      .some((reading) => BRANDS.has(reading)),
  );
  return named && parts.some((part) => BAIT.has(part)) ? { rule: 'brand-bait', score: 0.6 } : undefined;
}
