import { Attribute, errors, Hazard, MaturityAxis, MaturityDegree } from '@tyrian/contracts';
import { z } from 'zod';
import { firstFault } from '../../yaml/briefly.js';
import { readYaml } from '../../yaml/read-yaml.js';

const PATTERNS_MAX = 200;
const LENGTH_MAX = 500;

const Pattern = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9][a-z0-9.-]{0,79}$/, 'lower-case words joined by dots and hyphens'),
    /** RE2 syntax: no look-around, no back-references. */
    pattern: z.string().min(1).max(LENGTH_MAX),
    hazard: Hazard.optional(),
    attribute: Attribute.optional(),
    maturity: MaturityAxis.optional(),
    degree: MaturityDegree.optional(),
    score: z.number().gt(0).max(1),
    /** `i`: upper and lower case are the same. */
    flags: z.literal('i').optional(),
  })
  .refine(
    (pattern) => [pattern.hazard, pattern.attribute, pattern.maturity].filter((one) => one !== undefined).length === 1,
    'give one of hazard, attribute and maturity',
  )
  .refine(
    (pattern) => (pattern.maturity === undefined) === (pattern.degree === undefined),
    'degree belongs to maturity',
  );
export type Pattern = z.infer<typeof Pattern>;

const PatternFile = z.strictObject({
  schemaVersion: z.literal(1),
  title: z.string().min(1).max(200),
  patterns: z.array(Pattern).min(1).max(PATTERNS_MAX),
});

/** A file of patterns: `name` for messages, `text` in YAML. */
export interface PatternSource {
  readonly name: string;
  readonly text: string;
}

/** Whether a file is one of patterns, so that it is read as such and no lexicon. */
export function holdsPatterns(yaml: string): boolean {
  return /^patterns\s*:/m.test(yaml);
}

/** @throws PATTERNS_INVALID, naming the file and the pattern at fault */
export function parsePatterns({ name, text }: PatternSource): readonly Pattern[] {
  const parsed = PatternFile.safeParse(parseYaml(text, name));
  if (!parsed.success) throw errors.PATTERNS_INVALID([name, firstFault(parsed.error)], { cause: parsed.error });
  const ids = new Set<string>();
  for (const { id } of parsed.data.patterns) {
    if (ids.has(id)) throw errors.PATTERNS_INVALID([name, `pattern ${id} stands there twice`]);
    ids.add(id);
  }
  return parsed.data.patterns;
}

function parseYaml(text: string, name: string): unknown {
  try {
    return readYaml(text).value;
  } catch (cause) {
    throw errors.PATTERNS_INVALID([name, cause instanceof Error ? cause.message : 'not YAML'], { cause });
  }
}
