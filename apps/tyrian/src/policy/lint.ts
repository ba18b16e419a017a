import { type Finding, lintPolicy } from '@tyrian/guard';
import { EXIT } from '../terminal/exit-code.js';
import { printJson, write } from '../terminal/print.js';
import { readPolicyFile } from './policy-file.js';

export interface LintFlags {
  readonly tests?: string;
  readonly json?: boolean;
}

/** Prints what is wrong with a policy; returns 3 where anything is an error. */
export async function lint(nameOrPath: string, flags: LintFlags): Promise<number> {
  const findings = lintPolicy(readPolicyFile(nameOrPath, flags.tests));
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  if (flags.json) await printJson({ policy: nameOrPath, errors, findings });
  else
    await write(`${[...findings.map((one) => describe(one, nameOrPath)), summary(findings, nameOrPath)].join('\n')}\n`);
  return errors > 0 ? EXIT.refused : EXIT.done;
}

function describe({ severity, code, rule, line, message, todo }: Finding, file: string): string {
  const where = `${file}${line === undefined ? '' : `:${line}`}`;
  return `${where}  ${severity}  ${code}${rule === undefined ? '' : `  rule ${rule}`}\n    ${message}.\n    ${todo}.`;
}

function summary(findings: readonly Finding[], file: string): string {
  if (findings.length === 0) return `${file}: nothing found`;
  const count = (severity: Finding['severity']) => findings.filter((one) => one.severity === severity).length;
  return `${file}: ${count('error')} errors, ${count('warning')} warnings, ${count('hint')} hints`;
}
