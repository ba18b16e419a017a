import type { Audience } from '@tyrian/contracts';
import { createGuard } from '../library/create-guard.js';
import { EXIT, exitCodeOf } from '../terminal/exit-code.js';
import { printJson, write } from '../terminal/print.js';
import { describeVerdict } from './describe-verdict.js';
import { readStandardInput } from './standard-input.js';

export interface CheckOneFlags {
  readonly as: 'prompt' | 'output';
  readonly audience: Audience;
  readonly policy: string;
  readonly json?: boolean;
  readonly exitZero?: boolean;
}

/** Checks one text and prints the verdict; returns the exit code. */
export async function checkOne(given: string | undefined, flags: CheckOneFlags): Promise<number> {
  const text = given ?? (await readStandardInput());
  const guard = await createGuard({ policy: flags.policy, audience: flags.audience });
  const verdict = await guard.check({ text, as: flags.as });
  if (flags.json) await printJson(verdict);
  else await write(`${describeVerdict(verdict, text)}\n`);
  return flags.exitZero ? EXIT.done : exitCodeOf(verdict.decision);
}
