import { domainToUnicode } from 'node:url';

/** Second levels under which a country gives out names. */
const PUBLIC_SECOND = new Set([
  'co',
  'com',
  'org',
  'net',
  'gov',
  'ac',
  'edu',
  'or',
  'ne',
  'go',
  'gob',
  'gouv',
  'nom',
  'ltd',
]);

export interface Host {
  readonly labels: readonly string[];
  /** The label that somebody registered, and the domain it makes. */
  readonly label: string;
  readonly domain: string;
  /** What stands before the domain. */
  readonly above: readonly string[];
}

/** The parts of a host name, decoded from punycode; undefined where it is none. */
export function parseHost(text: string): Host | undefined {
  const lower = text.toLowerCase();
  const name = lower.includes('xn--') ? domainToUnicode(lower) || lower : lower;
  const labels = name.split('.');
  const top = labels.at(-1) ?? '';
  if (labels.length < 2 || labels.some((label) => label === '') || /^[\d-]|^.$/.test(top)) return undefined;
  const size = labels.length > 2 && top.length === 2 && PUBLIC_SECOND.has(labels.at(-2) ?? '') ? 3 : 2;
  return {
    labels,
    label: labels.at(-size) ?? '',
    domain: labels.slice(-size).join('.'),
    above: labels.slice(0, -size),
  };
}
