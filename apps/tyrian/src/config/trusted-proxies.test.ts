import fc from 'fast-check';
import { fastify } from 'fastify';
import { describe, expect, it } from 'vitest';
import { TrustedProxies } from './trusted-proxies.js';

/** The proxy that every request of these tests comes through, and one before it. */
const [NEAR, FAR] = ['127.0.0.1', '10.9.9.9'];
const octet = fc.nat({ max: 255 });
const ipv4 = fc.tuple(octet, octet, octet, octet).map((parts) => parts.join('.'));

function serverThatTrusts(proxies: readonly string[]) {
  const app = fastify({ trustProxy: proxies.length > 0 && [...proxies] });
  app.get('/', async (request) => ({ ip: request.ip }));
  return async (forwarded: string): Promise<string> => {
    const answer = await app.inject({ url: '/', headers: { 'x-forwarded-for': forwarded } });
    expect(answer.statusCode).toBe(200);
    return answer.json().ip;
  };
}

describe('trusted proxies', () => {
  it('are what the server can start with, and no names', () => {
    const slash = (address: fc.Arbitrary<string>) =>
      fc.tuple(address, fc.integer({ min: -1, max: 130 })).map(([one, bits]) => `${one}/${bits}`);
    const mapped = ipv4.map((address) => `::ffff:${address}`);
    const odd = fc.constantFrom(
      'loopback',
      'uniquelocal',
      '*',
      '',
      '01.2.3.4',
      '1.2.3',
      '::1%eth0',
      '10.0.0.0/255.0.0.0',
    );
    const given = fc.oneof(ipv4, fc.ipV6(), mapped, slash(ipv4), slash(fc.ipV6()), slash(mapped), odd, fc.string());
    let taken = 0;
    fc.assert(
      fc.property(given, (one) => {
        const parsed = TrustedProxies.safeParse([one]);
        if (!parsed.success) return;
        taken++;
        expect(one).toMatch(/^[\d.]+(?:\/\d+)?$|^[\da-f:.]+(?:\/\d+)?$/i);
        fastify({ trustProxy: parsed.data });
      }),
      { numRuns: 400 },
    );
    expect(taken).toBeGreaterThan(100);
  });
});

describe('where a client is', () => {
  const header = fc.string({ unit: fc.constantFrom(...'0123456789abcdef.:,;/[]% "=-xX'), maxLength: 60 });
  const client = fc.tuple(fc.integer({ min: 11, max: 126 }), octet, octet).map(([a, b, c]) => `${a}.${b}.${c}.7`);

  it('is what the last proxy says that is none of ours, whatever stands before it', async () => {
    const addressOf = serverThatTrusts([NEAR, '10.0.0.0/8']);
    const proxies = fc.array(fc.constantFrom(NEAR, FAR), { maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(header, client, proxies, async (written, real, between) => {
        expect(await addressOf([written, real, ...between].join(', '))).toBe(real);
      }),
      { numRuns: 200 },
    );
  });

  it('is the connection where nobody is trusted', async () => {
    const addressOf = serverThatTrusts([]);
    await fc.assert(
      fc.asyncProperty(header, async (written) => {
        expect(await addressOf(written)).toBe(NEAR);
      }),
      { numRuns: 100 },
    );
  });
});
