import { Attribute, Hazard, MaturityAxis, MaturityDegree, Role, Stage } from '@tyrian/contracts';
import { z } from 'zod';

const Name = z.string().regex(/^[a-z0-9][a-z0-9-]*$/, 'lower-case words joined by hyphens');

/**
 * A term as it stands in a text, in lower case. A space is any separator, a hyphen one that may be missing. A word with `/n`
 * stands for its other numbers and cases too, one with `/v` for its forms as a verb, one with `/a` for those as an adjective,
 * and `@name` takes in a group of the same language. A term that ends in `/w` counts only where words begin and end, in a
 * script that has no spaces between them.
 */
const Term = z.string().min(1).max(200);
const Terms = z.array(Term).min(1);
const GroupOrTerms = z.union([
  z.string().regex(/^@[a-z0-9][a-z0-9-]*$/, 'a group, as in @make, or a list of terms'),
  Terms,
]);
export type GroupOrTerms = z.infer<typeof GroupOrTerms>;

const Characters = z.number().int().min(1).max(400);
const Score = z.number().gt(0).max(1);

/** What a text says of somebody's age: a number beside a word of age. */
const Ages = z.strictObject({
  numbers: z.record(z.string(), z.number().int().min(0).max(120)),
  /** Behind the number: "year old". */
  after: Terms,
  /** Before the number: "aged". */
  before: Terms,
  /** Before the number, which then must end the clause: "i am". */
  statements: Terms,
  /** Before a year, or behind it: "born in". */
  births: Terms.optional(),
  /** Words that may follow the number of a statement. */
  clauseWords: Terms,
  /** What has an age but is no person. */
  things: Terms,
  /** Between a thing and its age: "is". */
  copulas: Terms,
  /** Words that no thing stands behind: "in", "who". */
  breaks: Terms,
  /** Beside a number of years that is no age: "for", "ago". */
  durations: Terms.optional(),
});

const LexiconRule = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9][a-z0-9.-]{0,79}$/, 'lower-case words joined by dots and hyphens'),
    hazard: Hazard.optional(),
    attribute: Attribute.optional(),
    maturity: MaturityAxis.optional(),
    degree: MaturityDegree.optional(),
    score: Score,
    /** One list of terms, each of which is enough. */
    match: GroupOrTerms.optional(),
    /** Two or three lists, of each of which one must stand near the others. The last is what the rule is about. */
    near: z.array(GroupOrTerms).min(2).max(3).optional(),
    within: Characters.default(60),
    /** They stand in the order of the rule. */
    ordered: z.boolean().default(false),
    scope: z.enum(['sentence', 'content']).default('sentence'),
    /** A match of these near by means that the rule does not hold. */
    unless: GroupOrTerms.optional(),
    /** A match of these near by makes the score 0.6 of what it is. */
    soften: GroupOrTerms.optional(),
    contextWithin: Characters.default(60),
    stages: z.array(Stage).min(1).optional(),
    roles: z.array(Role).min(1).optional(),
  })
  .refine((rule) => (rule.match === undefined) !== (rule.near === undefined), 'give either match or near')
  .refine(
    (rule) => [rule.hazard, rule.attribute, rule.maturity].filter((one) => one !== undefined).length === 1,
    'give one of hazard, attribute and maturity',
  )
  .refine((rule) => (rule.maturity === undefined) === (rule.degree === undefined), 'degree belongs to maturity');
export type LexiconRule = z.infer<typeof LexiconRule>;

export const LexiconFile = z.strictObject({
  schemaVersion: z.literal(1),
  /** `any`: its terms hold in every language. */
  language: z.string().regex(/^[a-z]{2,3}$/, 'a language code, as in en, or any'),
  title: z.string(),
  groups: z.record(Name, Terms).default({}),
  rules: z.array(LexiconRule).default([]),
  /** Longer phrases that take away what overlaps them. */
  carveOuts: z.array(Term).default([]),
  ages: Ages.optional(),
});
export type LexiconFile = z.infer<typeof LexiconFile>;
