import { errors, type Store } from '@tyrian/contracts';
import { AllowList, type Guard, type GuardOptions, type LoadedPolicy, restorePolicy } from '@tyrian/guard';
import { shippedPolicyYaml } from '../assets.js';
import type { Config } from '../config/config.js';
import { onPlatform, platformPolicy } from '../config/platform-policy.js';
import { createEmbeddedGuard, embeddedDetectors } from '../library/embedded-guard.js';
import { compileApart } from './compile-apart.js';
import type { GuardModels } from './guard-models.js';
import type { InForce } from './in-force.js';
import { ownDetectors } from './own-detectors.js';

export interface GuardBuilderOptions {
  readonly store: Pick<Store, 'activations' | 'policies'>;
  readonly config: Pick<Config, 'adultContent' | 'mode'>;
  /** What the configuration names. */
  readonly configured: LoadedPolicy;
  readonly models: GuardModels;
  readonly canaryBucket?: GuardOptions['canaryBucket'];
}

/** Makes guards of what is in force; the built-in detectors are loaded once and shared. */
export function createGuardBuilder(options: GuardBuilderOptions): (inForce: InForce) => Promise<Guard> {
  const { store, config, configured, models, canaryBucket } = options;
  const builtIn = embeddedDetectors();
  async function policyOf({ policy, shipped }: InForce): Promise<LoadedPolicy> {
    if (policy) return onPlatform(await storedPolicy(store, policy.hash), config);
    return shipped === undefined ? configured : platformPolicy({ ...config, policy: shipped });
  }

  return async (inForce) => {
    const { lexicons, allowed, guards, switches } = inForce;
    const allowList =
      allowed.length > 0 ? new AllowList(await compileApart({ kind: 'allow-list', phrases: allowed })) : undefined;
    return createEmbeddedGuard({
      policy: await policyOf(inForce),
      detectors: [...builtIn, ...(await ownDetectors(store, lexicons)), ...models.detectorsOf(guards)],
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
