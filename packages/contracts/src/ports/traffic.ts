import type { TenantId } from '../ids.js';
import type { TrafficCount } from '../traffic.js';

/** What has been decided how often: counts only, made from the records, which stay the truth. */
export interface Traffic {
  /**
   * Counts the records that have come since it last did, but for the newest seconds, which may not all be there yet.
   * Each is counted once, whoever is killed. Returns how many were looked at.
   */
  count(now: number): Promise<number>;
  /** Periods from then on, oldest first; of one tenant, or of all together. */
  since(query: { readonly since: number; readonly tenant?: TenantId | undefined }): Promise<readonly TrafficCount[]>;
  /** Deletes periods from before; returns how many rows. */
  forget(before: number): Promise<number>;
}
