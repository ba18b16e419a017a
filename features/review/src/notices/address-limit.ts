import { errors } from '@tyrian/contracts';

const WINDOW_MS = 60_000;
/** More addresses than these in a minute share what is left. */
const ADDRESSES_MAX = 50_000;
const OTHERS = '';

/**
 * How often an address may ask in a minute, in this process and in bounded memory: it keeps those from guessing and from
 * loading the database who ask for how something stands.
 */
export function createAddressLimit(perMinute: number, now: () => number = Date.now): (address: string) => void {
  let counts = new Map<string, number>();
  let startedAt = 0;
  return (address) => {
    const at = now();
    if (at - startedAt >= WINDOW_MS || at < startedAt) {
      counts = new Map();
      startedAt = at;
    }
    const name = counts.has(address) || counts.size < ADDRESSES_MAX ? address : OTHERS;
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    if (count <= perMinute) return;
    const seconds = Math.max(1, Math.ceil((startedAt + WINDOW_MS - at) / 1_000));
    throw errors.RATE_LIMITED(['address', seconds], { retryAfter: seconds });
  };
}
