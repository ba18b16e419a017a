import { Audience, Decision, Explanation, errors, MaturityLevel, Role, Stage } from '@tyrian/contracts';
import { z } from 'zod';
import { schemaFaults } from '../yaml/briefly.js';
import { readYaml } from '../yaml/read-yaml.js';
import { StandIn, StandInGap } from './stand-in.js';

function oneOrMore<Item extends z.ZodType>(item: Item) {
  return z.union([item.transform((one) => [one]), z.array(item).min(1).max(20)]);
}

const Expectation = z.strictObject({
  decision: Decision,
  /** Rules that must have fired. */
  rule: oneOrMore(z.string()).optional(),
  /** Rules that must not have fired. */
  notRule: oneOrMore(z.string()).optional(),
  /** What the refusal is about. */
  subject: z.string().optional(),
  /** How much of it is told. */
  explain: Explanation.optional(),
  /** Whether help lines are offered. */
  help: z.boolean().optional(),
  /** The text after its repairs. */
  repaired: z.string().optional(),
  level: MaturityLevel.optional(),
});
export type Expectation = z.infer<typeof Expectation>;

const GoldenCase = z
  .strictObject({
    name: z.string().min(1).max(200),
    stage: oneOrMore(Stage).default(['input']),
    audience: oneOrMore(Audience).default(['adult']),
    role: Role.optional(),
    text: z.string().max(10_000).optional(),
    /** For `text` at `output`: the prompt that it answers. */
    prompt: z.string().max(10_000).optional(),
    /** What detectors would have seen. Without it the built-in detectors look at `text`. */
    signals: z.array(StandIn).optional(),
    before: z.array(StandIn).optional(),
    gaps: z.array(StandInGap).optional(),
    expect: z.union([Decision.transform((decision): Expectation => ({ decision })), Expectation]),
  })
  .refine(
    ({ text, signals, gaps }) => text !== undefined || signals !== undefined || gaps !== undefined,
    'give a text, signals or gaps',
  );
export type GoldenCase = z.infer<typeof GoldenCase>;

/** Tests of a policy that stand in a file beside it: what it must decide, and why. */
export const Goldens = z.strictObject({
  schemaVersion: z.literal(1),
  policy: z.string(),
  cases: z.array(GoldenCase).min(1).max(5_000),
});
export type Goldens = z.infer<typeof Goldens>;

/** Five thousand cases are more than any other file holds. */
const LIMITS = { characters: 4_000_000, levels: 24, values: 800_000 };

/** Reads golden tests from YAML. Throws POLICY_TESTS_INVALID, naming what is wrong. */
export function parseGoldens(yaml: string, name: string): Goldens {
  let raw: unknown;
  try {
    raw = readYaml(yaml, LIMITS).value;
  } catch (cause) {
    throw errors.POLICY_TESTS_INVALID([name, cause instanceof Error ? cause.message : 'not YAML'], { cause });
  }
  const parsed = Goldens.safeParse(raw);
  if (!parsed.success) throw errors.POLICY_TESTS_INVALID([name, schemaFaults(parsed.error)]);
  return parsed.data;
}
