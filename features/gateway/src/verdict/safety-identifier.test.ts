import { createHmac } from 'node:crypto';
import type { ApiKeyId, TenantId } from '@tyrian/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withSafetyIdentifier } from './safety-identifier.js';

const acme = { keyId: 'key_1' as ApiKeyId, tenant: 'acme' as TenantId };
const other = { keyId: 'key_2' as ApiKeyId, tenant: 'other' as TenantId };
const pseudonyms = {
  account: (tenant: string, account: string) => ({
    value: createHmac('sha256', 'secret')
      .update(JSON.stringify([tenant, account]))
      .digest('base64url'),
    keyId: 'pseudonym-1',
  }),
};
const settings = { pseudonyms };
const idOf = (document: Record<string, unknown>, principal = acme, signedAccount?: string) =>
  withSafetyIdentifier(document, 'safety_identifier', { principal, signedAccount }, settings).safety_identifier;

describe('the safety identifier', () => {
  it('is what the client gives', () => {
    expect(
      withSafetyIdentifier(
        { model: 'm', user: 'u', safety_identifier: 'hashed' },
        'safety_identifier',
        { principal: acme },
        settings,
      ),
    ).toEqual({
      model: 'm',
      safety_identifier: 'hashed',
    });
  });

  it('tells users, tenants and keys apart, and is the same each time', () => {
    expect(idOf({ user: 'u' })).toBe(idOf({ user: 'u' }));
    const different = [
      idOf({ user: 'u' }),
      idOf({ user: 'v' }),
      idOf({ user: 'key_1' }),
      idOf({ user: 'u' }, other),
      idOf({}),
      idOf({}, other),
    ];
    expect(new Set(different).size).toBe(different.length);
  });

  it('follows the signed account rather than the one of the body', () => {
    expect(idOf({ user: 'liar' }, acme, 'u')).toBe(idOf({ user: 'u' }));
  });

  it('holds nothing of the account, is short, and is not the pseudonym of the record', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z0-9@.]{4,256}$/), (user) => {
        const id = String(idOf({ user }));
        expect(id).toMatch(/^[A-Za-z0-9_-]{1,64}$/);
        expect(id).not.toContain(user);
        expect(id).not.toBe(pseudonyms.account(acme.tenant, user).value);
      }),
    );
  });

  it('leaves the name of the user out unless the operator says otherwise, and the rest as it is', () => {
    const document = { model: 'm', user: 'u', metadata: { a: 1 } };
    expect(withSafetyIdentifier(document, 'safety_identifier', { principal: acme }, settings)).toEqual({
      model: 'm',
      metadata: { a: 1 },
      safety_identifier: expect.any(String),
    });
    const told = withSafetyIdentifier(
      document,
      'safety_identifier',
      { principal: acme },
      { ...settings, forwardUser: true },
    );
    expect(told).toMatchObject({ user: 'u' });
    expect(
      withSafetyIdentifier({}, 'safety_identifier', { principal: acme }, { ...settings, forwardUser: true }),
    ).not.toHaveProperty('user');
    expect(document).toEqual({ model: 'm', user: 'u', metadata: { a: 1 } });
  });

  it('stands in place of the name where an API has that field only', () => {
    const sent = withSafetyIdentifier({ model: 'm', user: 'u' }, 'user', { principal: acme }, settings);
    expect(sent).toEqual({ model: 'm', user: idOf({ user: 'u' }) });
  });
});
