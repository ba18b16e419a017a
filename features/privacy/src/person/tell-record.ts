import type { ScannedRecord } from '@tyrian/contracts';
import { z } from 'zod';
import { reasonsIn } from './reasons-in.js';

/** What a person is told of a record about them. */
export interface ToldRecord {
  readonly id: string;
  readonly at: string;
  readonly type: string;
  readonly details: Details;
}

/** What a refusal never explains is not explained here either: it would be a manual, or a warning to who is looked for. */
const UNEXPLAINED: ReadonlySet<string | undefined> = new Set(['S4', 'prompt-injection']);
/** Follows from a ladder, which may be the silent one. */
const FROM_LADDER = /^conduct\./;
/** Tell nothing about why. */
const PLAIN = [
  'verdict',
  'generation',
  'stage',
  'door',
  'model',
  'choice',
  'decision',
  'audience',
  'policy',
  'characters',
];

type Details = Readonly<Record<string, unknown>>;

const Payload = z.record(z.string(), z.unknown());

export function tellRecord({ id, at, type, payload }: ScannedRecord): ToldRecord {
  const all = Payload.parse(payload === null ? {} : JSON.parse(payload));
  return { id, at: new Date(at).toISOString(), type, details: detailsOf(type, payload, all) };
}

function detailsOf(type: string, payload: string | null, all: Details): Details {
  if (isUnexplained(type, payload)) return plain(all);
  if (type !== 'feedback.given') return all;
  // Which rules decided is told with the judgement, or not at all.
  const { rules: _, ...opinion } = all;
  return opinion;
}

/**
 * One that is explained but has a reason that is not, is told like one that is not: which reason was left out would show
 * in the difference.
 */
function isUnexplained(type: string, payload: string | null): boolean {
  if (!type.startsWith('generation.') || payload === null) return false;
  return reasonsIn(payload).some(({ subject, rule }) => UNEXPLAINED.has(subject) || FROM_LADDER.test(rule));
}

function plain(all: Details): Details {
  return Object.fromEntries(PLAIN.flatMap((field) => (field in all ? [[field, all[field]]] : [])));
}
