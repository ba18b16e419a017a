import { BlockList } from 'node:net';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeOfAddress } from './address.js';

describe('the place of an address', () => {
  it.each([
    ['203.0.113.7', '203.0.113.7', '203.0.113.0/24'],
    ['::ffff:203.0.113.7', '203.0.113.7', '203.0.113.0/24'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64', '2001:db8:1::/48'],
    ['2001:0DB8::1', '2001:db8:0:0::/64', '2001:db8:0::/48'],
    ['2001:db8:1:2::%eth0', '2001:db8:1:2::/64', '2001:db8:1::/48'],
    ['64:ff9b::203.0.113.7', '64:ff9b:0:0::/64', '64:ff9b:0::/48'],
  ])('%s', (given, address, range) => {
    expect(placeOfAddress(given)).toEqual({ address, range });
  });

  it.each(['127.0.0.1', '10.1.2.3', '::1', 'fe80::1', 'fd00::7', '::ffff:192.168.0.1', '', 'otter', '1.2.3'])(
    'is none for %s',
    (given) => {
      expect(placeOfAddress(given)).toBeUndefined();
    },
  );

  it('holds every address that it was made of', () => {
    fc.assert(
      fc.property(fc.ipV6(), (ip) => {
        const place = placeOfAddress(ip);
        if (!place?.address.includes('/')) return;
        for (const network of [place.address, place.range]) {
          const [base = '', prefix] = network.split('/');
          const list = new BlockList();
          list.addSubnet(base, Number(prefix), 'ipv6');
          expect(list.check(ip, 'ipv6')).toBe(true);
        }
      }),
    );
  });
});
