import type { ModelCall } from '../families/family.js';

/** Why a server that classifies texts does not take a call. */
export function textsOnly(call: ModelCall): string | undefined {
  if (call.kind !== 'classify') return 'it classifies texts, and answers no prompts';
  return call.image === undefined ? undefined : 'it takes no pictures';
}

export function textsOf(calls: readonly ModelCall[]): readonly string[] {
  return calls.map((call) => (call.kind === 'classify' ? call.text : ''));
}
