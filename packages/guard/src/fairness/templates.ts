import { errors } from '@tyrian/contracts';
import { z } from 'zod';
import { schemaFaults } from '../yaml/briefly.js';
import { readYaml } from '../yaml/read-yaml.js';
import type { BenignLine } from './corpus.js';

const SLOT = '{term}';

const Templates = z.array(
  z.strictObject({
    domain: z.string().min(1),
    terms: z.array(z.string().min(1)).min(1),
    lines: z.array(z.string().includes(SLOT)).min(1),
  }),
);

/**
 * Sentences with one word exchanged, for what must not depend on that word: every line with every term.
 *
 * @throws INVALID_INPUT, naming the field at fault
 */
export function expandTemplates(yaml: string, language: string, name: string): BenignLine[] {
  const parsed = Templates.safeParse(parseYaml(yaml, name));
  if (!parsed.success) throw errors.INVALID_INPUT([`${name}: ${schemaFaults(parsed.error)}`]);
  return parsed.data.flatMap(({ domain, terms, lines }) =>
    terms.flatMap((term) => lines.map((line) => ({ language, domain, term, text: line.replaceAll(SLOT, term) }))),
  );
}

function parseYaml(yaml: string, name: string): unknown {
  try {
    return readYaml(yaml).value;
  } catch (cause) {
    throw errors.INVALID_INPUT([`${name}: ${cause instanceof Error ? cause.message : 'not YAML'}`], { cause });
  }
}
