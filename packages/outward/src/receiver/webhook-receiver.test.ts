import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signMessage, whyUnverified } from '../signing/standard-webhooks.js';
import { startWebhookReceiver, type WebhookReceiver } from './webhook-receiver.js';

const SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const SECONDS = 1_795_000_000;
const refused: string[] = [];
let receiver: WebhookReceiver;
let taken = 0;

beforeAll(async () => {
  receiver = await startWebhookReceiver({
    secret: SECRET,
    port: 0,
    onMessage: () => taken++,
    onRefused: (why) => refused.push(why),
    now: () => SECONDS * 1000,
  });
});
afterAll(() => receiver.close());

describe('the headers of a webhook', () => {
  it('are believed as they were signed, and in no other way', () => {
    const headers = signMessage({ id: 'one', seconds: SECONDS, body: '{}' }, [SECRET]);
    const [, signature = ''] = headers['webhook-signature'].split(',');
    const value = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom<unknown>(
        undefined,
        null,
        7,
        ['a'],
        {},
        '',
        'v1,',
        ',',
        'v1',
        `v2,${signature}`,
        `v1a,${signature}`,
      ),
      fc.constantFrom(String(SECONDS + 1), `${SECONDS}.0`, `+${SECONDS}`, ` ${SECONDS}`, '1e9', '-1', 'NaN', '٣'),
      fc.nat({ max: signature.length - 1 }).map((at) => `v1,${signature.slice(0, at)}`),
    );
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(headers)), value, (name, given) => {
        expect(whyUnverified({ ...headers, [name]: given }, '{}', [SECRET], SECONDS * 1000)).toBeDefined();
      }),
      { numRuns: 500 },
    );
    const among = `v1,AAAA v2,x ${headers['webhook-signature']} ,`;
    expect(whyUnverified({ ...headers, 'webhook-signature': among }, '{}', [SECRET], SECONDS * 1000)).toBeUndefined();
  });
});

describe('the receiver', () => {
  it('answers what was signed and is no message as it answers what was not', async () => {
    const body = fc.oneof(fc.string({ unit: 'binary-ascii' }), fc.json());
    await fc.assert(
      fc.asyncProperty(body, fc.boolean(), async (text, isSigned) => {
        const headers = signMessage({ id: 'one', seconds: SECONDS, body: isSigned ? text : `${text}x` }, [SECRET]);
        const { status } = await fetch(receiver.url, { method: 'POST', headers, body: text });
        expect([status, refused.pop()]).toEqual([401, isSigned ? 'unknown-body' : 'wrong-signature']);
      }),
      { numRuns: 60 },
    );
    expect(taken).toBe(0);
  });
});
