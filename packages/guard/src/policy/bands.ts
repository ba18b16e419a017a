import type { Audience, Bands, Policy, Signal } from '@tyrian/contracts';

export type Reading = 'safe' | 'controversial' | 'unsafe';

function bandsOf(signal: Signal, policy: Policy): Bands {
  return (signal.kind === 'hazard' && policy.bands[signal.name]) || policy.bands.default;
}

/** The three-way reading of a score. */
export function readingOf(signal: Signal, policy: Policy): Reading {
  const bands = bandsOf(signal, policy);
  if (signal.score >= bands.unsafe) return 'unsafe';
  return signal.score >= bands.controversial ? 'controversial' : 'safe';
}

/** How a policy reads scores for one audience. */
export interface ScoreReader {
  readonly policy: Policy;
  readonly audience: Exclude<Audience, 'unknown'>;
  /** True inside `not`, where a signal excuses: there a strict reader wants to be sure, a loose one does not. */
  readonly excusing: boolean;
  /** A rule's own threshold, in place of bands and strictness. */
  readonly atLeast?: number | undefined;
  /** A locked rule counts also what is allowed or switched off. */
  readonly locked?: boolean | undefined;
}

/** What a tenant allows or somebody has switched off; only locked rules count it. */
export function isSetAside({ allowed, muted }: Signal): boolean {
  return allowed === true || muted === true;
}

/** Whether a signal counts: unsafe always; controversial where the reader is strict, or loose about an excuse. */
export function counts(signal: Signal, { policy, audience, excusing, atLeast, locked }: ScoreReader): boolean {
  if (!locked && isSetAside(signal)) return false;
  if (atLeast !== undefined) return signal.score >= atLeast;
  const reading = readingOf(signal, policy);
  if (reading !== 'controversial') return reading === 'unsafe';
  return (policy.strictness[audience] === 'strict') !== excusing;
}
