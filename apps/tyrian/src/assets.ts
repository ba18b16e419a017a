import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/**
 * What the build made and the program carries: the compiled lexicon, the shipped policies, the database snapshot.
 * Resolved through the package's own imports, so that it is found from the source, the bundle and an installed package.
 */
const folder = dirname(createRequire(import.meta.url).resolve('#assets/lexicon.bin'));

export const SHIPPED_POLICIES = ['open-chat', 'children', 'image-network', 'workplace'] as const;

export const SNAPSHOT_FILE = join(folder, 'database.tar.gz');

/** The built pages of the console. */
export const CONSOLE_FOLDER = join(folder, 'console');

/** Help lines by country, which a platform can replace. */
export const SHIPPED_HELP_LINES = join(folder, 'help-lines.yaml');

/** Duties with a clock, which a platform can replace. */
export const SHIPPED_DUTIES = join(folder, 'clocks.yaml');

/** The compiled word lists: what hazards and maturity are seen by, and what attacks on the model are seen by. */
export function readLexicon(name: 'lexicon' | 'injection'): Uint8Array {
  return readFileSync(join(folder, `${name}.bin`));
}

/** The embedded classifier, as `npm run train` made it. */
export function readClassifier(): Uint8Array {
  return readFileSync(join(folder, 'classifier.bin'));
}

/** The YAML of a shipped policy; undefined where there is none of that name. */
export function shippedPolicyYaml(id: string): string | undefined {
  if (id !== 'core' && !SHIPPED_POLICIES.some((shipped) => shipped === id)) return undefined;
  return readFileSync(join(folder, 'policies', `${id}.yaml`), 'utf8');
}

/** The file of a shipped policy's golden tests. */
export function shippedTestsFile(id: string): string {
  return join(folder, 'policies', 'tests', `${id}.yaml`);
}
