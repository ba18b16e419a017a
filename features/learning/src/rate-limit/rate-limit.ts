export interface Rate {
  /** So many at once, and as many again in `perMs`. */
  readonly count: number;
  readonly perMs: number;
}

export interface RateLimit {
  /** Takes one for `name`; where there is none left, gives the seconds until there is. */
  take(name: string): number | undefined;
}

const CAPACITY = 50_000;

/**
 * A limit in memory, by the generic cell rate algorithm (ITU-T I.371): for each name the time at which all would be given
 * back. Bounded: whoever came longest ago is forgotten, and begins anew.
 */
export function createRateLimit({ count, perMs }: Rate, now: () => number, capacity: number = CAPACITY): RateLimit {
  const each = perMs / count;
  const fullAt = new Map<string, number>();
  return {
    take(name) {
      const at = now();
      // Never further away than `perMs`, also for a clock that was set back.
      const full = Math.min(Math.max(fullAt.get(name) ?? at, at), at + perMs);
      const wait = full + each - perMs - at;
      fullAt.delete(name);
      fullAt.set(name, wait > 0 ? full : full + each);
      if (fullAt.size > capacity) forgetOldest(fullAt);
      return wait > 0 ? Math.ceil(wait / 1_000) : undefined;
    },
  };
}

function forgetOldest(entries: Map<string, unknown>): void {
  for (const name of entries.keys()) {
    entries.delete(name);
    return;
  }
}
