import { z } from 'zod';
import { GuardModelSetting } from './guard-model-setting.js';
import { TenantId } from './ids.js';
import { Policy, PolicyMode } from './policy.js';

/** What a kill switch is about: a detector, the lexicon of a language, or one rule of a lexicon. */
export const SwitchedPart = z.enum(['detector', 'lexicon', 'rule']);
export type SwitchedPart = z.infer<typeof SwitchedPart>;

/** A policy as an activation names it; the policy itself is stored by its hash. */
export const ActivePolicy = z.object({
  hash: z.string(),
  id: z.string(),
  version: z.string(),
  mode: PolicyMode,
  canaryPercent: z.number(),
});
export type ActivePolicy = z.infer<typeof ActivePolicy>;

const Name = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._:-]{0,79}$/, 'letters, digits, dots and hyphens');
export const AllowedPhrase = z.string().trim().min(2).max(200);

/** One thing that is in force, or no longer: what came last for a tenant and a key counts. */
export const ActivationChange = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('policy'),
    /** Null: what the configuration names is in force again. */
    policy: ActivePolicy.nullable(),
    step: z.enum(['activated', 'promoted', 'rolled-back']),
  }),
  /** `hash` names the text of the file; null takes the file out. */
  z.object({ kind: z.literal('lexicon'), name: Name, hash: z.string().nullable() }),
  z.object({ kind: z.literal('allow'), phrase: AllowedPhrase, on: z.boolean() }),
  /** Null takes the guard model out. */
  z.object({ kind: z.literal('guard'), name: Name, guard: GuardModelSetting.nullable() }),
  z.object({ kind: z.literal('switch'), part: SwitchedPart, name: Name, on: z.boolean() }),
]);
export type ActivationChange = z.infer<typeof ActivationChange>;

/** An entry of the append-only history of what was put into force: who, when and why. */
export const Activation = z.object({
  /** 1 for the first, then without a gap; every machine polls the highest. */
  revision: z.number().int().positive(),
  /** Null: for all tenants. */
  tenant: TenantId.nullable(),
  at: z.number().int(),
  by: z.string(),
  note: z.string().nullable(),
  change: ActivationChange,
});
export type Activation = z.infer<typeof Activation>;

/** What a change brings with it, stored by hash in the same transaction. */
export const ActivatedFiles = z.object({
  policy: Policy.optional(),
  /** The YAML of a lexicon. */
  lexicon: z.string().optional(),
});
export type ActivatedFiles = z.infer<typeof ActivatedFiles>;

export interface NewActivation extends Pick<Activation, 'tenant' | 'by' | 'note' | 'change'> {
  readonly files?: ActivatedFiles;
}

/** The key that a change replaces the last one of. */
export function activationKey(change: ActivationChange): string {
  switch (change.kind) {
    case 'policy':
      return 'policy';
    case 'lexicon':
      return `lexicon ${change.name}`;
    case 'allow':
      return `allow ${change.phrase.toLowerCase()}`;
    case 'guard':
      return `guard ${change.name}`;
    case 'switch':
      return `switch ${change.part} ${change.name}`;
  }
}
