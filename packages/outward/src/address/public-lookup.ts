import { type LookupAddress, lookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { PrivateAddressError } from './private-address-error.js';
import { isPublicAddress } from './public-address.js';

type Resolve = (
  host: string,
  options: { readonly all: true },
  answer: (fault: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

/**
 * Resolves a name for a connection that is being made, to public addresses only. One that is not spoils the whole
 * answer: a name that leads here and there is not meant well. What is checked is what is connected to.
 */
export function publicLookup(resolve: Resolve = lookup): LookupFunction {
  return (host, options, done) => {
    resolve(host, { ...options, all: true }, (fault, addresses) => {
      const [first] = addresses ?? [];
      if (fault) return done(fault, '');
      if (!first || !addresses.every(({ address }) => isPublicAddress(address)))
        return done(new PrivateAddressError(), '');
      if (options.all) return done(null, addresses);
      done(null, first.address, first.family);
    });
  };
}
