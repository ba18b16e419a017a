import { BlockList, isIPv4, isIPv6 } from 'node:net';

/** Addresses that name nobody: this machine, a private network, a link. */
const INSIDE = new BlockList();
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
] as const)
  INSIDE.addSubnet(network, prefix, 'ipv4');
for (const [network, prefix] of [
  ['::', 127],
  ['fc00::', 7],
  ['fe80::', 10],
] as const)
  INSIDE.addSubnet(network, prefix, 'ipv6');

const MAPPED = /^::ffff:(\d{1,3}(?:\.\d{1,3}){3})$/i;

/** What a ladder and a campaign know an address by: one IPv4 address, or the /64 that one customer gets; and its range. */
export interface AddressPlace {
  readonly address: string;
  /** IPv4 by /24, IPv6 by /48. */
  readonly range: string;
}

/** Undefined for what is no public address: many people stand behind one of those, or a platform's own server. */
export function placeOfAddress(given: string): AddressPlace | undefined {
  const [bare = ''] = given.split('%');
  const ip = MAPPED.exec(bare)?.[1] ?? bare;
  if (isIPv4(ip)) {
    if (INSIDE.check(ip, 'ipv4')) return undefined;
    return { address: ip, range: ip.replace(/\.\d+$/, '.0/24') };
  }
  if (!isIPv6(ip) || INSIDE.check(ip, 'ipv6')) return undefined;
  const groups = groupsOf(ip);
  return { address: `${groups.slice(0, 4).join(':')}::/64`, range: `${groups.slice(0, 3).join(':')}::/48` };
}

/** The eight groups of an IPv6 address (RFC 4291 §2.2), without leading zeros. */
function groupsOf(ip: string): string[] {
  const [head = '', tail] = ip.split('::');
  const before = piecesOf(head);
  const after = piecesOf(tail ?? '');
  const missing = tail === undefined ? 0 : 8 - before.length - after.length;
  return [...before, ...Array.from({ length: missing }, () => '0'), ...after];
}

function piecesOf(part: string): string[] {
  if (part === '') return [];
  return part.split(':').flatMap((piece) => {
    if (!piece.includes('.')) return [Number.parseInt(piece, 16).toString(16)];
    const [a = 0, b = 0, c = 0, d = 0] = piece.split('.').map(Number);
    return [((a << 8) | b).toString(16), ((c << 8) | d).toString(16)];
  });
}
