import type { Event } from '../events.js';

/** An event on its way to one endpoint outside. */
export interface Delivery {
  readonly endpoint: string;
  /** The id of the event: the same at each attempt. */
  readonly id: string;
  readonly event: Event;
  /** Which attempt this is, from 1. */
  readonly attempt: number;
  /** When it was first to be delivered, in milliseconds since 1970. */
  readonly since: number;
}

/** What became of an attempt. `code` says why in one word or a number, never in the words of whoever answered. */
export type Settlement =
  | { readonly state: 'delivered'; readonly code: string }
  /** `at`: not again before then, in milliseconds since 1970. */
  | { readonly state: 'waiting'; readonly code: string; readonly at: number }
  /** Nobody tries again by himself; an alarm says so. */
  | { readonly state: 'undelivered'; readonly code: string };

/** How an endpoint stands. */
export interface EndpointStatus {
  readonly endpoint: string;
  readonly waiting: number;
  readonly delivered: number;
  readonly undelivered: number;
  /** Of the last attempt that did not succeed, where one did not. */
  readonly lastCode: string | null;
  /** When the endpoint said that it wants nothing more, in milliseconds since 1970. */
  readonly offAt: number | null;
}

/** What waits to be told outside, one entry an endpoint and event. Several processes may work on it at once. */
export interface Deliveries {
  /** Adds an entry for each endpoint; one that is there already, whatever its state, stays as it is. */
  add(event: Event, endpoints: readonly string[]): Promise<void>;
  /** Takes up to `limit` due entries of an endpoint for `leaseMs`, oldest first; none while the endpoint is off. */
  claim(endpoint: string, limit: number, leaseMs: number): Promise<readonly Delivery[]>;
  /** Writes down what became of an attempt; an entry that stays undelivered raises `undelivered` in the same transaction. */
  settle(delivery: Delivery, settlement: Settlement): Promise<void>;
  /** True for one caller in `everyMs`, among all processes. */
  takeTurn(endpoint: string, everyMs: number): Promise<boolean>;
  /** Delivers nothing more to an endpoint, and raises `endpoint-off` in the same transaction. */
  switchOff(endpoint: string): Promise<void>;
  /** Switches an endpoint on and tries again what was not delivered to it; returns how many. */
  resend(endpoint: string): Promise<number>;
  /**
   * Gives up what has waited since before `giveUpBefore`, and forgets what ended before `forgetBefore`; for endpoints
   * that no process knows any more, or that are off.
   */
  sweep(limits: { readonly giveUpBefore: number; readonly forgetBefore: number }): Promise<void>;
  /** Endpoints that are off or have not been told something. */
  failing(): Promise<readonly string[]>;
  status(): Promise<readonly EndpointStatus[]>;
}
