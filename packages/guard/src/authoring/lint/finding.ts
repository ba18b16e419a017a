import type { Policy, Rule } from '@tyrian/contracts';
import type { Goldens } from '../goldens.js';

/** error: the policy does not do what it says. warning: it is likely not what was meant. hint: it could be better. */
export type Severity = 'error' | 'warning' | 'hint';

export interface Finding {
  readonly severity: Severity;
  /** Stable name of the check. */
  readonly code: string;
  readonly rule?: string | undefined;
  readonly line?: number | undefined;
  readonly message: string;
  /** What to do about it. */
  readonly todo: string;
}

/** What is looked at: a policy that loads, and which of it stands in its own file. */
export interface Linted {
  /** With everything that it extends. */
  readonly policy: Policy;
  /** Rules of its own file, as they are in force. */
  readonly own: readonly Rule[];
  /** What the file itself gives, before defaults. */
  readonly given: object;
  /** What it extends by its own choice. */
  readonly base?: Policy | undefined;
  /** Its golden tests, where there are any. */
  readonly goldens?: Goldens | undefined;
}

export type Check = (linted: Linted) => readonly Finding[];
