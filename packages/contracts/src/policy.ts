import { z } from 'zod';
import { AssuranceDemand } from './assured.js';
import { Audience } from './audience.js';
import { Role, Stage } from './content.js';
import { CoverageGap } from './coverage.js';
import { Decision, Explanation } from './decision.js';
import { Attribute, HAZARDS, Hazard } from './hazards.js';
import { MaturityAxis, MaturityDegree } from './maturity.js';

/**
 * observe: the caller sees the verdict, nothing is enforced. shadow: recorded only. canary: enforced for a share of the
 * accounts. enforce: for all. Locked rules always enforce.
 */
export const PolicyMode = z.enum(['observe', 'shadow', 'canary', 'enforce']);
export type PolicyMode = z.infer<typeof PolicyMode>;

/** Scores from `controversial` to `unsafe` are in the band between; from `unsafe` on they are unsafe. */
export const Bands = z
  .strictObject({ controversial: z.number().min(0).max(1), unsafe: z.number().min(0).max(1) })
  .refine((bands) => bands.controversial <= bands.unsafe, 'controversial must not be above unsafe');
export type Bands = z.infer<typeof Bands>;

/** strict: controversial counts as unsafe. loose: it counts as safe. */
export const Strictness = z.enum(['strict', 'loose']);
export type Strictness = z.infer<typeof Strictness>;

/**
 * How an answer streams. buffer: nothing leaves before all of it is checked. window: what has been checked leaves as soon
 * as nothing that may still come can make it part of a finding. annotate: as window, but only locked rules stop it; what
 * others say stands at its end.
 */
export const StreamingMode = z.enum(['buffer', 'window', 'annotate']);
export type StreamingMode = z.infer<typeof StreamingMode>;

const StreamingByAudience = z.strictObject({
  child: StreamingMode.default('buffer'),
  teen: StreamingMode.default('window'),
  adult: StreamingMode.default('window'),
});

/** Entries that a list in a policy may have. */
const LIST_MAX = 100;

function oneOrMore<Item extends z.ZodType>(item: Item) {
  return z.union([item.transform((one) => [one]), z.array(item).min(1).max(LIST_MAX)]);
}

const LanguageTag = z
  .string()
  .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,4}$/, 'a language tag, as in sw, zh-Hant or und');
const Name = z.string().min(1).max(100);

const ConditionFields = {
  hazard: oneOrMore(Hazard).optional(),
  attribute: oneOrMore(Attribute).optional(),
  maturity: z.strictObject({ axis: oneOrMore(MaturityAxis).optional(), atLeast: MaturityDegree }).optional(),
  /** Something that a detector could not judge, for one of these reasons. */
  gap: oneOrMore(CoverageGap).optional(),
  /** Narrows `gap` to contents in one of these languages; `und` where no language is known. */
  language: oneOrMore(LanguageTag).optional(),
  /** Narrows `gap` to detectors that would have looked for one of these hazards. */
  unseen: oneOrMore(Hazard).optional(),
  /** Narrows the evidence of this condition to contents of these roles. */
  role: oneOrMore(Role).optional(),
  /** Narrows the evidence of this condition to what these detectors saw, or could not judge. */
  detector: oneOrMore(Name).optional(),
  /** Narrows the evidence of this condition to signals of these rules of a detector, such as `email` or `iban`. */
  rule: oneOrMore(Name).optional(),
  stage: Stage.optional(),
  audience: oneOrMore(Audience).optional(),
  /** How near all evidence of this condition must stand: in one generation, one content, or within N characters. */
  within: z.union([z.literal('generation'), z.literal('content'), z.number().int().positive()]).optional(),
};

export interface Condition extends z.infer<z.ZodObject<typeof ConditionFields>> {
  all?: Condition[] | undefined;
  any?: Condition[] | undefined;
  not?: Condition | undefined;
}

/** What must hold for a rule to fire. All fields given must hold; there are no expressions. */
export const Condition: z.ZodType<Condition> = z
  .strictObject({
    ...ConditionFields,
    get all() {
      return z.array(Condition).min(1).max(LIST_MAX).optional();
    },
    get any() {
      return z.array(Condition).min(1).max(LIST_MAX).optional();
    },
    get not() {
      return Condition.optional();
    },
  })
  .refine(({ gap, language, unseen }) => gap !== undefined || (language ?? unseen) === undefined, {
    error: 'language and unseen narrow a gap: say which gap',
  });

/**
 * Brackets and a word, so that nothing else in an answer is taken for a placeholder; a number, so that each value has its
 * own.
 */
const RESTORABLE = /^\[(?=[^[\]]{0,60}\p{L}{2})[^[\]]{0,60}\{n\}[^[\]]{0,20}\]$/u;

export const Rule = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9][a-z0-9.-]{0,79}$/, 'lower-case words joined by dots and hyphens'),
    title: z.string().max(200).optional(),
    when: Condition,
    then: Decision,
    /** What the refusal is about, where it is not the hazard that was seen. */
    subject: z.union([Hazard, MaturityAxis]).optional(),
    /** Score from which signals count for this rule, in place of the policy's bands and strictness. */
    atLeast: z.number().min(0).max(1).optional(),
    /** No policy that extends this one, no mode and no key can weaken it. Needs `atLeast`, since bands may change. */
    locked: z.boolean().default(false),
    mode: PolicyMode.optional(),
    explain: Explanation.default('hazard'),
    /** Offer help lines with the answer. */
    help: z.boolean().default(false),
    /**
     * For `repair`: what stands in place of what was found. `{rule}` is the detector's own rule (`email`), `{subject}`
     * what it is about, `{n}` counts the distinct values of one kind in the generation.
     */
    replacement: z.string().max(200).default(''),
    /** For `repair` of a prompt: what was replaced is put back where the answer names its placeholder. */
    restore: z.boolean().default(false),
  })
  .refine((rule) => !rule.locked || rule.atLeast !== undefined, 'a locked rule needs atLeast')
  .refine((rule) => !rule.restore || rule.then === 'repair', 'only a repair can restore')
  .refine(
    (rule) => !rule.restore || RESTORABLE.test(rule.replacement),
    'what is restored needs a replacement in brackets with a word and a number, as in "[{rule} {n}]"',
  );
export type Rule = z.infer<typeof Rule>;

const StrictnessByAudience = z.strictObject({
  child: Strictness.default('strict'),
  teen: Strictness.default('strict'),
  adult: Strictness.default('loose'),
});

export const Policy = z.strictObject({
  schemaVersion: z.literal(1),
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/, 'lower-case words joined by hyphens'),
  version: z.string().regex(/^\d+\.\d+\.\d+$/, 'three numbers, as in 1.0.0'),
  title: z.string().max(200),
  description: z.string().max(2_000).optional(),
  /** The policy that this one tightens. Its locked rules stay as they are. */
  extends: z.string().optional(),
  mode: PolicyMode.default('enforce'),
  /** Share of the accounts for which a canary enforces. */
  canaryPercent: z.number().min(0).max(100).default(10),
  /** What an unknown audience counts as. */
  unknownAudience: z.enum(['child', 'teen']).default('teen'),
  /** Without what is demanded here, said by a signed token, nobody counts as an adult at the doors. */
  assurance: z.strictObject({ adult: AssuranceDemand.optional() }).optional(),
  strictness: StrictnessByAudience.prefault({}),
  bands: z
    .strictObject({ default: Bands, ...optionalBands() })
    .prefault({ default: { controversial: 0.5, unsafe: 0.8 } }),
  hold: z
    .strictObject({
      /** Where holds are off, what would be held is refused. */
      enabled: z.boolean().default(false),
      dailyCap: z.number().int().positive().max(100_000).default(200),
      expiresAfterHours: z
        .number()
        .positive()
        .max(24 * 90)
        .default(72),
    })
    .prefault({}),
  streaming: StreamingByAudience.prefault({}),
  rules: z.array(Rule).min(1).max(500),
});
export type Policy = z.infer<typeof Policy>;

function optionalBands() {
  const optional = Bands.optional();
  return Object.fromEntries(Object.keys(HAZARDS).map((hazard) => [hazard, optional])) as Record<
    Hazard,
    typeof optional
  >;
}
