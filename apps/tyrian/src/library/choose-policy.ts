import { readFileSync } from 'node:fs';
import { errors } from '@tyrian/contracts';
import { type LoadedPolicy, loadPolicy } from '@tyrian/guard';
import { SHIPPED_POLICIES, shippedPolicyYaml } from '../assets.js';

/**
 * Loads a shipped policy by its name, or one's own by the path of its YAML file. Throws POLICY_UNKNOWN,
 * POLICY_INVALID or POLICY_LOOSENS_LOCKED.
 */
export function choosePolicy(nameOrPath: string): LoadedPolicy {
  return loadPolicy(policyYaml(nameOrPath), nameOrPath, shippedPolicyYaml);
}

/** The text of a policy, shipped or one's own. Throws POLICY_UNKNOWN or POLICY_INVALID. */
export function policyYaml(nameOrPath: string): string {
  const shipped = nameOrPath === 'core' ? undefined : shippedPolicyYaml(nameOrPath);
  if (shipped !== undefined) return shipped;
  if (!/\.ya?ml$/.test(nameOrPath)) throw errors.POLICY_UNKNOWN([nameOrPath, SHIPPED_POLICIES.join(', ')]);
  try {
    return readFileSync(nameOrPath, 'utf8');
  } catch (cause) {
    const isMissing = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';
    throw errors.POLICY_INVALID([nameOrPath, isMissing ? 'there is no such file' : 'it cannot be read'], { cause });
  }
}
