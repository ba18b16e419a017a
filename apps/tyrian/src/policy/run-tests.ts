import { errors } from '@tyrian/contracts';
import { type GoldenResult, loadPolicy, runGoldens } from '@tyrian/guard';
import { createEmbeddedGuard } from '../library/embedded-guard.js';
import { EXIT } from '../terminal/exit-code.js';
import { printJson, write } from '../terminal/print.js';
import { readPolicyFile } from './policy-file.js';

export interface TestFlags {
  readonly tests?: string;
  readonly json?: boolean;
}

/** Runs the golden tests of a policy and prints what differs; returns 3 where anything does. */
export async function runTests(nameOrPath: string, flags: TestFlags): Promise<number> {
  const { yaml, name, source, goldens, testsFile } = readPolicyFile(nameOrPath, flags.tests);
  if (!goldens) throw errors.POLICY_TESTS_INVALID([nameOrPath, 'there are none beside it; name a file with --tests']);
  const policy = loadPolicy(yaml, name, source);
  const results = await runGoldens(goldens, createEmbeddedGuard({ policy }));
  const failed = results.filter(({ differences }) => differences.length > 0);
  const { id, version } = policy.policy;
  if (flags.json)
    await printJson({ policy: { id, version, hash: policy.hash }, tests: testsFile, checks: results.length, failed });
  else {
    const end =
      failed.length === 0
        ? `${id} ${version}: ${goldens.cases.length} cases, ${results.length} checks, all as expected`
        : `${id} ${version}: ${failed.length} of ${results.length} checks differ`;
    await write(`${[...failed.map(describe), end].join('\n')}\n`);
  }
  return failed.length === 0 ? EXIT.done : EXIT.refused;
}

function describe({ name, stage, audience, rules, differences }: GoldenResult): string {
  const lines = differences.map(
    ({ field, expected, got }) => `  ${field}: expected ${JSON.stringify(expected)}, got ${JSON.stringify(got)}`,
  );
  return [`DIFFERS  ${name} (${stage}, ${audience})`, ...lines, `  fired: ${rules.join(', ') || 'no rule'}`].join('\n');
}
