import type { JsonObject } from '../fields/field.js';
import type { Principal, Pseudonyms } from '../ports.js';

interface Identity {
  readonly principal: Pick<Principal, 'keyId' | 'tenant'>;
  /** As a signed token names it; it goes before what the body says. */
  readonly signedAccount?: string | undefined;
}

interface IdentifierSettings {
  readonly pseudonyms: Pick<Pseudonyms, 'account'>;
  /** True: the model server is told `user` as the platform names them. */
  readonly forwardUser?: boolean | undefined;
}

/** The field of a request that tells the model server one user from another. */
export type IdentityField = 'safety_identifier' | 'user';

/** Characters that model servers take. */
const LONGEST = 64;

/**
 * The body as the model server gets it: with a `safety_identifier` (or a `user`) by which it can tell one user from another, and without
 * the name that the platform has for them. What the client gives is kept; else it follows from their account, or from the
 * key where there is none, by a keyed hash that leads back to neither.
 */
export function withSafetyIdentifier(
  { user, ...document }: JsonObject,
  field: IdentityField,
  { principal, signedAccount }: Identity,
  { pseudonyms, forwardUser }: IdentifierSettings,
): JsonObject {
  const account = signedAccount ?? (typeof user === 'string' ? user : undefined);
  const source = account === undefined ? ['key', principal.keyId] : ['account', account];
  // In a form that no account has, so that it is not the pseudonym under which the account is recorded.
  const derived = () => pseudonyms.account(principal.tenant, JSON.stringify(['safety_identifier', ...source])).value;
  const named = document.safety_identifier ?? derived().slice(0, LONGEST);
  return { ...document, [field]: named, ...(forwardUser && user !== undefined && { user }) };
}
