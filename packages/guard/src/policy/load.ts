import { createHash } from 'node:crypto';
import { type Condition, errors, Policy, type PolicyMode, Rule } from '@tyrian/contracts';
import type { z } from 'zod';
import type { LoadedPolicy } from '../guard.js';
import { schemaFaults } from '../yaml/briefly.js';
import { readYaml } from '../yaml/read-yaml.js';

/** Finds the YAML of the policy that another one extends. */
export type PolicySource = (id: string) => string | undefined;

/** The policy whose locked rules are in every policy, whether it extends anything or not. */
const CORE = 'core';

/**
 * Reads a policy from YAML, with what it extends and the locked rules of the core. Throws POLICY_INVALID or
 * POLICY_LOOSENS_LOCKED.
 *
 * @example
 * const { policy, hash } = loadPolicy(yamlText, 'our-chat.yaml');
 */
export function loadPolicy(yaml: string, name: string, source: PolicySource): LoadedPolicy {
  return hashed(read(yaml, name, source, []));
}

/**
 * A policy from the JSON that it was stored as, with the locked rules of today's core in place of those that it was stored with. Throws
 * POLICY_INVALID where it is not the one that the hash names.
 */
export function restorePolicy(json: string, hash: string, source: PolicySource): LoadedPolicy {
  const raw = parseStored(json, hash);
  // Of what was stored, not of what it reads as: a later version may know more fields.
  if (hashOf(raw) !== hash) throw errors.POLICY_INVALID([hash, 'what is stored is not the policy of this hash']);
  const parsed = Policy.safeParse(raw);
  if (!parsed.success) throw errors.POLICY_INVALID([hash, schemaFaults(parsed.error)]);
  const stored = parsed.data;
  const core = source(CORE);
  if (core === undefined) throw errors.POLICY_INVALID([CORE, 'it is missing']);
  const locked = read(core, CORE, source, []).rules.filter((rule) => rule.locked);
  const ids = new Set(locked.map(({ id }) => id));
  return hashed({ ...stored, rules: [...locked, ...stored.rules.filter(({ id }) => !ids.has(id))] });
}

/** The same policy in another mode, and for another share of the accounts; locked rules go on enforcing. */
export function withMode({ policy }: LoadedPolicy, mode: PolicyMode, canaryPercent?: number): LoadedPolicy {
  return hashed({ ...policy, mode, ...(canaryPercent !== undefined && { canaryPercent }) });
}

/** The same policy with more rules, under its own name. */
export function withRules({ policy }: LoadedPolicy, rules: readonly z.input<typeof Rule>[]): LoadedPolicy {
  return hashed({ ...policy, rules: [...policy.rules, ...rules.map((rule) => Rule.parse(rule))] });
}

function hashed(policy: Policy): LoadedPolicy {
  return { policy, hash: hashOf(policy) };
}

function hashOf(policy: unknown): string {
  return createHash('sha256').update(canonicalJson(policy)).digest('hex');
}

function read(yaml: string, name: string, source: PolicySource, chain: readonly string[]): Policy {
  const raw = parseYaml(yaml, name);
  const parsed = Policy.safeParse(raw);
  if (!parsed.success) throw errors.POLICY_INVALID([name, schemaFaults(parsed.error)]);
  const policy = parsed.data;
  rejectDoubleRules(policy.rules, name);
  // Only the core that the source knows is the core: a file that merely calls itself so would be rid of its rules.
  const isCore = policy.id === CORE && yaml === source(CORE);
  if (policy.id === CORE && !isCore) throw errors.POLICY_INVALID([name, `the id ${CORE} is taken`]);
  if (isCore) return policy;
  const baseId = policy.extends ?? CORE;
  if (chain.includes(baseId)) throw errors.POLICY_INVALID([name, `it extends itself through ${baseId}`]);
  const base = source(baseId);
  if (base === undefined) throw errors.POLICY_INVALID([name, `there is no policy ${baseId} to extend`]);
  return tighten(read(base, baseId, source, [...chain, baseId]), policy, Object(raw), name);
}

function parseYaml(yaml: string, name: string): unknown {
  try {
    return readYaml(yaml).value;
  } catch (cause) {
    throw errors.POLICY_INVALID([name, cause instanceof Error ? cause.message : 'not YAML'], { cause });
  }
}

function parseStored(json: string, hash: string): unknown {
  try {
    return JSON.parse(json);
  } catch (cause) {
    throw errors.POLICY_INVALID([hash, 'what is stored is not JSON'], { cause });
  }
}

function rejectDoubleRules(rules: readonly Rule[], name: string): void {
  const seen = new Set<string>();
  for (const { id } of rules) {
    if (seen.has(id)) throw errors.POLICY_INVALID([name, `rule ${id} stands there twice`]);
    seen.add(id);
  }
}

/**
 * The base's rules with the policy's own: same id replaces, but never a locked one. What the policy's file does not
 * give, down to each band and audience, is the base's.
 */
function tighten(base: Policy, policy: Policy, given: object, name: string): Policy {
  const own = new Map(policy.rules.map((rule) => [rule.id, rule]));
  for (const { id, locked } of base.rules) {
    if (locked && own.has(id)) throw errors.POLICY_LOOSENS_LOCKED([name, id]);
  }
  const isLooser = base.unknownAudience === 'child' && 'unknownAudience' in given && policy.unknownAudience === 'teen';
  const dependent = isLooser && base.rules.find(({ locked, when }) => locked && namesAudience(when));
  if (dependent) throw errors.POLICY_LOOSENS_LOCKED([name, dependent.id]);
  const taken = takenBeyond(base, policy);
  if (taken)
    throw errors.POLICY_INVALID([name, `assurance.adult: ${base.id} does not take ${taken}, so it cannot either`]);
  const kept = base.rules.map((rule) => own.get(rule.id) ?? rule);
  const inBase = new Set(base.rules.map(({ id }) => id));
  const laid = overlay(base, policy, given);
  const rules = [...kept, ...policy.rules.filter(({ id }) => !inBase.has(id))];
  return { ...laid, bands: noMilder(laid.bands, policy.bands), rules };
}

/** Bands that the base gives a hazard are never milder than the default that a policy sets for all. */
function noMilder(bands: Policy['bands'], own: Policy['bands']): Policy['bands'] {
  const { controversial, unsafe } = bands.default;
  const tightened = Object.entries(bands).flatMap(([name, band]) => {
    if (band === undefined || name in own) return [];
    return [
      [name, { controversial: Math.min(band.controversial, controversial), unsafe: Math.min(band.unsafe, unsafe) }],
    ];
  });
  return { ...bands, ...Object.fromEntries(tightened) };
}

/** A method or assurer that a policy takes for an adult, and the one that it extends does not. */
function takenBeyond({ assurance: below }: Policy, { assurance: own }: Policy): string | undefined {
  return (['methods', 'assurers'] as const)
    .flatMap((part) => {
      const known = below?.adult?.[part];
      return known ? (own?.adult?.[part]?.filter((one) => !known.includes(one)) ?? []) : [];
    })
    .at(0);
}

/** Such a locked rule would fall away with what an unknown audience counts as. */
function namesAudience({ audience, all = [], any = [], not }: Condition): boolean {
  return audience !== undefined || [...all, ...any, ...(not ? [not] : [])].some(namesAudience);
}

/** The settings of `over` where the file gives them, else those of `base`. */
function overlay<Settings extends object>(base: Settings, over: Settings, given: object): Settings {
  const settings = Object.entries(over).flatMap(([key, value]): [string, unknown][] => {
    const said: unknown = Object.entries(given).find(([name]) => name === key)?.[1];
    if (said === undefined) return [];
    const below: unknown = Object.entries(base).find(([name]) => name === key)?.[1];
    return [[key, isSettings(value) && isSettings(below) && isSettings(said) ? overlay(below, value, said) : value]];
  });
  return { ...base, ...Object.fromEntries(settings) };
}

function isSettings(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** JSON with sorted keys, so that the hash depends on the content alone. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
