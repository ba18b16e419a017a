import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { errors } from '@tyrian/contracts';
import { type Goldens, type PolicyFile, parseGoldens } from '@tyrian/guard';
import { shippedPolicyYaml, shippedTestsFile } from '../assets.js';
import { policyYaml } from '../library/choose-policy.js';

/** A policy as its author wrote it, with its golden tests: those named, or those that stand in `tests/` beside it. */
export function readPolicyFile(nameOrPath: string, tests?: string): PolicyFile & { readonly testsFile?: string } {
  // The core is no policy to run, but one to look at.
  const yaml = nameOrPath === 'core' ? (shippedPolicyYaml(nameOrPath) ?? '') : policyYaml(nameOrPath);
  const testsFile = tests ?? testsBeside(nameOrPath);
  return {
    yaml,
    name: nameOrPath,
    source: shippedPolicyYaml,
    ...(testsFile !== undefined && { testsFile, goldens: readGoldens(testsFile) }),
  };
}

function testsBeside(nameOrPath: string): string | undefined {
  const isShipped = shippedPolicyYaml(nameOrPath) !== undefined;
  const file = isShipped ? shippedTestsFile(nameOrPath) : join(dirname(nameOrPath), 'tests', basename(nameOrPath));
  return existsSync(file) ? file : undefined;
}

function readGoldens(file: string): Goldens {
  try {
    return parseGoldens(readFileSync(file, 'utf8'), file);
  } catch (cause) {
    if (!(cause instanceof Error && 'code' in cause) || cause.code === 'POLICY_TESTS_INVALID') throw cause;
    throw errors.POLICY_TESTS_INVALID([file, `it cannot be read (${cause.code})`], { cause });
  }
}
