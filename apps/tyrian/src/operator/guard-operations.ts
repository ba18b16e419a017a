import { createHash } from 'node:crypto';
import { ActivationChange, AllowedPhrase, errors, GuardModelSetting, SwitchedPart, TenantId } from '@tyrian/contracts';
import { ALLOWED_MAX, compileAllowList, type Detector, isNeededByLockedRules } from '@tyrian/guard';
import { z } from 'zod';
import { embeddedDetectors } from '../library/embedded-guard.js';
import { openGuardModel, openGuardModels } from '../live/guard-models.js';
import { type InForce, inForceFor } from '../live/in-force.js';
import { compileOwn, OWN_LEXICON, ownDetectors, ownFiles } from '../live/own-detectors.js';
import { policyInForce } from '../live/policy-status.js';
import { Attribution, activate } from './activate.js';
import { type OperatorContext, operation } from './operation.js';

const LEXICON_MAX = 900_000;

async function inForce({ store }: OperatorContext, tenant: TenantId | null): Promise<InForce> {
  return inForceFor((await store.activations.current()).entries, tenant);
}

async function detectorsOf(context: OperatorContext, { lexicons, guards }: InForce): Promise<readonly Detector[]> {
  const models = openGuardModels(context.guardKeys);
  try {
    return [...embeddedDetectors(), ...(await ownDetectors(context.store, lexicons)), ...models.detectorsOf(guards)];
  } finally {
    await models.close();
  }
}

function namesOf(part: SwitchedPart, detectors: readonly Detector[]): Set<string> {
  if (part === 'detector') return new Set([...detectors.map(({ id }) => id), OWN_LEXICON]);
  const rules = detectors.flatMap(({ rules = [] }) => rules);
  return new Set(rules.map(({ id, language }) => (part === 'rule' ? id : language)));
}

/** What an operator can change about the guard while the server runs. */
export const GUARD_OPERATIONS = {
  'guard.list': operation(z.object({ tenant: TenantId.nullable().default(null) }), async (context, { tenant }) => {
    const now = await inForce(context, tenant);
    const { policy } = await policyInForce(context.store, tenant, context.configured());
    const detectors = await detectorsOf(context, now);
    return {
      ...now,
      usage: context.guardUsage?.() ?? [],
      detectors: detectors.map((detector) => ({
        id: detector.id,
        version: detector.version,
        state: !now.switches.detectors.includes(detector.id)
          ? ('on' as const)
          : isNeededByLockedRules(detector, policy)
            ? ('locked rules only' as const)
            : ('off' as const),
      })),
    };
  }),

  'guard.switch': operation(
    z.object({ ...Attribution, part: SwitchedPart, name: z.string().max(80), on: z.boolean() }),
    async (context, { part, name, on, ...attribution }) => {
      const known = namesOf(part, await detectorsOf(context, await inForce(context, attribution.tenant)));
      // What is gone can still be switched on again.
      if (!on && !known.has(name)) {
        const which = known.size <= 40 ? `; there is ${[...known].sort().join(', ')}` : '';
        throw errors.ACTIVATION_INVALID([`there is no ${part} ${name}${which}`]);
      }
      const change = ActivationChange.parse({ kind: 'switch', part, name, on });
      return activate(context, { ...attribution, change });
    },
  ),

  'guard.lexicon': operation(
    z.object({ ...Attribution, name: z.string().max(80), yaml: z.string().max(LEXICON_MAX).nullable() }),
    async (context, { name, yaml, ...attribution }) => {
      const { lexicons } = await inForce(context, attribution.tenant);
      if (yaml === null) {
        if (!lexicons.some((one) => one.name === name)) throw errors.NOT_FOUND([`lexicon ${name} in force`]);
        const change = ActivationChange.parse({ kind: 'lexicon', name, hash: null });
        return activate(context, { ...attribution, change });
      }
      // It must fit in with those that are there: ids and groups are shared.
      const others = lexicons.filter((one) => one.name !== name);
      await compileOwn([...(await ownFiles(context.store, others)), { name, text: yaml }]);
      const hash = createHash('sha256').update(yaml).digest('hex');
      const change = ActivationChange.safeParse({ kind: 'lexicon', name, hash });
      if (!change.success) throw errors.LEXICON_INVALID([name, z.prettifyError(change.error)]);
      return activate(context, { ...attribution, change: change.data, files: { lexicon: yaml } });
    },
  ),

  'guard.model': operation(
    z.object({ ...Attribution, name: z.string().max(80), guard: GuardModelSetting.nullable() }),
    async (context, { name, guard, ...attribution }) => {
      const now = await inForce(context, attribution.tenant);
      if (guard === null && !now.guards.some((one) => one.name === name))
        throw errors.NOT_FOUND([`guard model ${name} in force`]);
      const change = ActivationChange.safeParse({ kind: 'guard', name, guard });
      if (!change.success) throw errors.GUARD_MODEL_INVALID([name, z.prettifyError(change.error)]);
      if (guard !== null) {
        const others = { ...now, guards: now.guards.filter((one) => one.name !== name) };
        const taken = (await detectorsOf(context, others)).map(({ id }) => id);
        if (taken.includes(name)) throw errors.GUARD_MODEL_INVALID([name, 'a detector has this name']);
        const after = guard.asked?.after;
        if (after !== undefined && !taken.includes(after))
          throw errors.GUARD_MODEL_INVALID([name, `it is asked after ${after}; there is ${taken.join(', ')}`]);
        await openGuardModel({ name, setting: guard }, context.guardKeys).close();
      }
      return activate(context, { ...attribution, change: change.data });
    },
  ),

  'guard.allow': operation(
    z.object({ ...Attribution, phrase: AllowedPhrase, on: z.boolean() }),
    async (context, { phrase, on, ...attribution }) => {
      const { allowed } = await inForce(context, attribution.tenant);
      const isThere = allowed.some((one) => one.toLowerCase() === phrase.toLowerCase());
      if (!on && !isThere) throw errors.NOT_FOUND(['such phrase in the allow-list']);
      if (on && !isThere && allowed.length >= ALLOWED_MAX) throw errors.TOO_MANY(['the allow-list', ALLOWED_MAX]);
      if (on) compileAllowList([phrase]);
      return activate(context, { ...attribution, change: { kind: 'allow', phrase, on } });
    },
  ),
} as const;
