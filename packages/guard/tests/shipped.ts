import { readFileSync } from 'node:fs';
import { loadPolicy } from '../src/policy/load.js';

/** The YAML of a shipped policy; undefined where there is none. */
export function shippedYaml(id: string): string | undefined {
  try {
    return readFileSync(new URL(`../policies/${id}.yaml`, import.meta.url), 'utf8');
  } catch (fault) {
    if (fault instanceof Error && 'code' in fault && fault.code === 'ENOENT') return undefined;
    throw fault;
  }
}

export function shippedPolicy(id: string) {
  const yaml = shippedYaml(id);
  if (yaml === undefined) throw new Error(`no shipped policy ${id}`);
  return loadPolicy(yaml, id, shippedYaml);
}

/** Loads a policy of a test: a head with these rules, on top of the core. */
export function policyWith(rules: string, head = '') {
  return loadPolicy(
    `schemaVersion: 1\nid: test\nversion: 1.0.0\ntitle: Test\n${head}\nrules:\n${rules}`,
    'test.yaml',
    shippedYaml,
  );
}
