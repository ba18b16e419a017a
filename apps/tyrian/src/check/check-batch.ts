import { createReadStream } from 'node:fs';
import { type Audience, errors, type Generation, newId, TyrianError, type Verdict } from '@tyrian/contracts';
import type { Guard } from '@tyrian/guard';
import { choosePolicy } from '../library/choose-policy.js';
import { createEmbeddedGuard, embeddedDetectors } from '../library/embedded-guard.js';
import { write } from '../terminal/print.js';
import { type BatchLine, parseBatchLine } from './batch-line.js';
import { readLines } from './read-lines.js';

export interface BatchFlags {
  readonly as: 'prompt' | 'output';
  readonly audience: Audience;
  readonly policy: string;
}

/** Policies that lines of one batch may name: each is compiled once, and not without end. */
const MAX_POLICIES = 100;

/** Checks every line of a file and writes one result a line, in order and in constant memory. */
export async function checkBatch(file: string, flags: BatchFlags): Promise<void> {
  const guards = guardsByPolicy();
  guards(flags.policy);
  const source = file === '-' ? process.stdin : createReadStream(file);
  try {
    for await (const line of readLines(source)) {
      const { id, item, fault } =
        'fault' in line ? { id: null, item: undefined, fault: line.fault } : parseBatchLine(line.text);
      const result = item ? await checkItem(item, flags, guards) : faultLine(id, fault);
      await write(`${JSON.stringify(result)}\n`);
    }
  } catch (cause) {
    if (
      cause instanceof Error &&
      'code' in cause &&
      (cause.code === 'ENOENT' || cause.code === 'EISDIR' || cause.code === 'EACCES')
    ) {
      throw errors.INVALID_INPUT([`${file} cannot be read (${cause.code})`], { cause });
    }
    throw cause;
  }
}

async function checkItem(item: BatchLine, flags: BatchFlags, guards: (policy: string) => Guard): Promise<object> {
  try {
    return resultLine(item.id, await guards(item.policy ?? flags.policy).check(toGeneration(item, flags)));
  } catch (fault) {
    return faultLine(item.id, fault);
  }
}

function toGeneration({ text, image, as, audience }: BatchLine, flags: BatchFlags): Generation {
  const stage = (as ?? flags.as) === 'output' ? 'output' : 'input';
  const role = stage === 'output' ? 'assistant' : 'user';
  return {
    id: newId('generation'),
    stage,
    audience: audience ?? flags.audience,
    contents: [
      text === undefined
        ? { modality: 'image', place: 'image', role, stage, source: image ?? '' }
        : { modality: 'text', place: 'text', role, stage, text },
    ],
  };
}

function resultLine(id: string | number, { decision, score, maturity, signals, coverage, policy }: Verdict): object {
  return { id, decision, score, maturity, signals, coverage, policy };
}

function faultLine(id: string | number | null, fault: unknown): object {
  if (fault instanceof TyrianError) return { id, error: { code: fault.code, message: fault.message } };
  throw fault;
}

function guardsByPolicy(): (policy: string) => Guard {
  const guards = new Map<string, Guard>();
  const detectors = embeddedDetectors();
  return (name) => {
    let guard = guards.get(name);
    if (!guard) {
      if (guards.size >= MAX_POLICIES) throw errors.TOO_MANY(['the set of policies in one batch', MAX_POLICIES]);
      guard = createEmbeddedGuard({ policy: choosePolicy(name), detectors });
      guards.set(name, guard);
    }
    return guard;
  };
}
