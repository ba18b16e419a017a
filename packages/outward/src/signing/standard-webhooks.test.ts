import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { secretBytes, signMessage, whyUnverified } from './standard-webhooks.js';

/** Of the specification and its reference libraries (standard-webhooks, spec/standard-webhooks.md and the tests of its libraries). */
const SPEC = {
  secret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
  id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
  seconds: 1_614_265_330,
  body: '{"test": 2432232314}',
  signature: 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
};
const OTHER = 'whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD';

describe('a signature', () => {
  it('is that of the specification', () => {
    expect(signMessage(SPEC, [SPEC.secret])).toEqual({
      'webhook-id': SPEC.id,
      'webhook-timestamp': '1614265330',
      'webhook-signature': SPEC.signature,
    });
    expect(whyUnverified(signMessage(SPEC, [SPEC.secret]), SPEC.body, [SPEC.secret], SPEC.seconds * 1000)).toBe(
      undefined,
    );
  });

  it('is given by each secret while one takes the place of the other', () => {
    const headers = signMessage(SPEC, [OTHER, SPEC.secret]);
    expect(headers['webhook-signature'].split(' ')).toHaveLength(2);
    for (const secret of [OTHER, SPEC.secret])
      expect(whyUnverified(headers, SPEC.body, [secret], SPEC.seconds * 1000)).toBe(undefined);
  });

  it.each([
    ['too-old', 301],
    ['too-new', -301],
    [undefined, 299],
    [undefined, -299],
  ])('is %s after %i seconds', (why, seconds) => {
    const headers = signMessage(SPEC, [SPEC.secret]);
    expect(whyUnverified(headers, SPEC.body, [SPEC.secret], (SPEC.seconds + seconds) * 1000)).toBe(why);
  });

  it.each(['webhook-id', 'webhook-timestamp', 'webhook-signature'])('is none without %s', (name) => {
    const headers = { ...signMessage(SPEC, [SPEC.secret]), [name]: undefined };
    expect(whyUnverified(headers, SPEC.body, [SPEC.secret], SPEC.seconds * 1000)).toBe('no-headers');
  });

  it('holds for that body, id, time and secret, and for no other', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.string(),
        fc.nat(9_999_999),
        fc.constantFrom('body', 'id', 'seconds', 'secret'),
        (body, id, seconds, changed) => {
          const now = seconds * 1000;
          const headers = signMessage({ body, id, seconds }, [SPEC.secret]);
          expect(whyUnverified(headers, body, [SPEC.secret], now)).toBe(undefined);
          const other = {
            ...headers,
            ...(changed === 'id' && { 'webhook-id': `${id}x` }),
            ...(changed === 'seconds' && { 'webhook-timestamp': String(seconds + 1) }),
          };
          const secret = changed === 'secret' ? OTHER : SPEC.secret;
          expect(whyUnverified(other, changed === 'body' ? `${body}x` : body, [secret], now)).toBe('wrong-signature');
        },
      ),
    );
  });

  it('of another version or length is none', () => {
    const headers = signMessage(SPEC, [SPEC.secret]);
    for (const given of [SPEC.signature.replace('v1', 'v2'), 'v1,', 'v1,AAAA', SPEC.signature.slice(3), ''])
      expect(
        whyUnverified({ ...headers, 'webhook-signature': given }, SPEC.body, [SPEC.secret], SPEC.seconds * 1000),
      ).toBe('wrong-signature');
  });
});

describe('a secret', () => {
  it('is whsec_ and base64 of 24 to 64 bytes', () => {
    expect(secretBytes(SPEC.secret)).toHaveLength(24);
    expect(secretBytes(`whsec_${Buffer.alloc(64).toString('base64')}`)).toHaveLength(64);
    const wrong = [
      '',
      SPEC.secret.slice(6),
      'whsec_',
      'whsec_not base64 at all, though long',
      `whsec_${Buffer.alloc(23).toString('base64')}`,
      `whsec_${Buffer.alloc(65).toString('base64')}`,
    ];
    for (const secret of wrong) expect(() => secretBytes(secret), secret).toThrow(RangeError);
  });
});
