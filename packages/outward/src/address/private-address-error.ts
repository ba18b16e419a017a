/** A webhook leads into a network that is not public, and nobody has allowed that. */
export class PrivateAddressError extends Error {
  override readonly name = 'PrivateAddressError';
  readonly code = 'private-address';

  constructor() {
    super('the address is not a public one: set allowPrivate where that is meant');
  }
}
