import { errors, type Store } from '@tyrian/contracts';
import {
  AllowList,
  type Detector,
  type Guard,
  type GuardOptions,
  type LoadedPolicy,
  lexicon,
  restorePolicy,
} from '@tyrian/guard';
import { shippedPolicyYaml } from '../assets.js';
import type { Config } from '../config/config.js';
import { onPlatform } from '../config/platform-policy.js';
import { createEmbeddedGuard, embeddedDetectors } from '../library/embedded-guard.js';
import { compileApart } from './compile-apart.js';
import type { InForce } from './in-force.js';

/** The id of the detector that reads the lexicons that were added. */
export const OWN_LEXICON = 'own-lexicon';

export interface GuardBuilderOptions {
  readonly store: Pick<Store, 'activations' | 'policies'>;
  readonly config: Pick<Config, 'adultContent'>;
  /** What the configuration names. */
  readonly configured: LoadedPolicy;
  readonly canaryBucket?: GuardOptions['canaryBucket'];
}

/** Makes guards of what is in force; the built-in detectors are loaded once and shared. */
export function createGuardBuilder(options: GuardBuilderOptions): (inForce: InForce) => Promise<Guard> {
  const { store, config, configured, canaryBucket } = options;
  const builtIn = embeddedDetectors();
  return async ({ policy, lexicons, allowed, switches }) => {
    const allowList =
      allowed.length > 0 ? new AllowList(await compileApart({ kind: 'allow-list', phrases: allowed })) : undefined;
    return createEmbeddedGuard({
      policy: policy ? onPlatform(await storedPolicy(store, policy.hash), config) : configured,
      detectors: [...builtIn, ...(await ownLexicon(store, lexicons))],
      allowed: allowList,
      switches,
      ...(canaryBucket && { canaryBucket }),
    });
  };
}

/** A policy by its hash, as it was stored. Throws POLICY_INVALID where it is not there or not the same. */
export async function storedPolicy(store: Pick<Store, 'policies'>, hash: string): Promise<LoadedPolicy> {
  const json = await store.policies.json(hash);
  if (json === undefined) throw errors.POLICY_INVALID([hash, 'it is not stored']);
  return restorePolicy(json, hash, shippedPolicyYaml);
}

/** The lexicons that were added, as one detector. */
export async function ownLexicon(
  store: Pick<Store, 'activations'>,
  lexicons: InForce['lexicons'],
): Promise<readonly Detector[]> {
  if (lexicons.length === 0) return [];
  const sources = [];
  for (const { name, hash } of lexicons) {
    const text = await store.activations.lexicon(hash);
    if (text === undefined) throw errors.LEXICON_INVALID([name, 'it is not stored']);
    sources.push({ name, text });
  }
  return [{ ...lexicon(await compileApart({ kind: 'lexicons', sources })), id: OWN_LEXICON }];
}
