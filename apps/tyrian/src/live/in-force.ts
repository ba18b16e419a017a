import type { Activation, ActivePolicy, GuardModelSetting, TenantId } from '@tyrian/contracts';
import type { Switches } from '@tyrian/guard';

/** What is in force for one tenant, or for all that have nothing of their own. */
export interface InForce {
  /** Undefined: what the configuration names. */
  readonly policy: ActivePolicy | undefined;
  /** A shipped policy in its place, where a key names one. */
  readonly shipped?: string;
  readonly lexicons: readonly { readonly name: string; readonly hash: string }[];
  readonly allowed: readonly string[];
  readonly guards: readonly NamedGuardModel[];
  readonly switches: Switches;
}

/** A guard model that is in force, under the name that its signals carry. */
export interface NamedGuardModel {
  readonly name: string;
  readonly setting: GuardModelSetting;
}

/** Tenants that have something of their own. */
export function tenantsOf(entries: readonly Activation[]): TenantId[] {
  return [...new Set(entries.flatMap(({ tenant }) => tenant ?? []))];
}

/**
 * What holds for a tenant: its own entries over those for all. A tenant's policy takes the place of the one for all, its
 * lexicons and allowed phrases come on top; a switch is off where either says so, unless the tenant's own says on.
 */
export function inForceFor(entries: readonly Activation[], tenant: TenantId | null): InForce {
  const changes = [
    ...entries.filter((entry) => entry.tenant === null),
    ...entries.filter((entry) => tenant !== null && entry.tenant === tenant),
  ].map(({ change }) => change);
  let policy: ActivePolicy | undefined;
  const lexicons = new Map<string, string>();
  const allowed = new Map<string, string>();
  const guards = new Map<string, GuardModelSetting>();
  const off = { detector: new Set<string>(), lexicon: new Set<string>(), rule: new Set<string>() };
  for (const change of changes) {
    switch (change.kind) {
      case 'policy':
        // A tenant that has gone back goes back to what holds for all.
        policy = change.policy ?? policy;
        break;
      case 'lexicon':
        if (change.hash === null) lexicons.delete(change.name);
        else lexicons.set(change.name, change.hash);
        break;
      case 'allow':
        if (change.on) allowed.set(change.phrase.toLowerCase(), change.phrase);
        else allowed.delete(change.phrase.toLowerCase());
        break;
      case 'guard':
        if (change.guard === null) guards.delete(change.name);
        else guards.set(change.name, change.guard);
        break;
      case 'switch':
        if (change.on) off[change.part].delete(change.name);
        else off[change.part].add(change.name);
    }
  }
  return {
    policy,
    lexicons: [...lexicons].map(([name, hash]) => ({ name, hash })),
    allowed: [...allowed.values()],
    guards: [...guards].map(([name, setting]) => ({ name, setting })),
    switches: { detectors: [...off.detector], lexicons: [...off.lexicon], rules: [...off.rule] },
  };
}
