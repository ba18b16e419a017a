/**
 * Tyrian as a library: the same guard as the server, in your own process.
 *
 * @module
 */
export type { Audience, Coverage, Decision, Maturity, Reason, Signal, Verdict } from '@tyrian/contracts';
export { TyrianError } from '@tyrian/contracts';
export type { CoverageRow } from '@tyrian/guard';
export { createGuard, type GuardSettings, type TyrianGuard } from './library/create-guard.js';
export type { CheckInput } from './library/to-generations.js';
