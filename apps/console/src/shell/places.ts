import type { Capability } from './session';

interface Place {
  /** After `g`. */
  readonly key: string;
  readonly to: string;
  readonly name: string;
  readonly may: Capability;
}

/** The pages that the menu names, in its order, and where `g` and a letter lead. */
export const PLACES = [
  { key: 'o', to: '/', name: 'Overview', may: 'overview.see' },
  { key: 't', to: '/test', name: 'Test box', may: 'guard.try' },
  { key: 'c', to: '/cases', name: 'Cases', may: 'cases.see' },
  { key: 'r', to: '/records', name: 'Records', may: 'records.see' },
  { key: 'p', to: '/policies', name: 'Policies', may: 'policies.see' },
  { key: 'a', to: '/audit', name: 'Audit', may: 'audit.see' },
  { key: 'm', to: '/team', name: 'Team', may: 'members.see' },
  { key: 'k', to: '/keys', name: 'API keys', may: 'keys.see' },
] as const satisfies readonly Place[];
