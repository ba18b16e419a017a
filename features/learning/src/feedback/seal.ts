import { type NewEvidence, newId, type Pseudonym, type TextContent, type VerdictId } from '@tyrian/contracts';
import type { GivenFeedback, Reporter } from './feedback.js';

const DAY_MS = 24 * 3_600_000;

export interface SealOptions {
  readonly evidenceDays: number;
  readonly jurisdiction?: string | undefined;
}

export function bringsText({ generation }: GivenFeedback): boolean {
  return generation?.prompt !== undefined || generation?.output !== undefined;
}

/** What is sealed of feedback: its text, and its note, since people write anything there. Undefined where it has neither. */
export function sealFeedback(
  given: GivenFeedback,
  { tenant, keyId, requestId }: Reporter,
  verdict: VerdictId,
  at: number,
  subject: Pseudonym | undefined,
  { evidenceDays, jurisdiction }: SealOptions,
): NewEvidence | undefined {
  const { says, by, note, generation } = given;
  if (note === undefined && !bringsText(given)) return undefined;
  return {
    id: newId('evidence', at),
    tenant,
    kind: 'feedback',
    verdict,
    at,
    expiresAt: at + evidenceDays * DAY_MS,
    ...(jurisdiction !== undefined && { jurisdiction }),
    ...(subject && { subject }),
    content: {
      door: 'feedback',
      says,
      by,
      ...(note !== undefined && { note }),
      ...(generation?.prompt !== undefined && { prompt: [textOf('input', generation.prompt)] }),
      ...(generation?.output !== undefined && { output: [textOf('output', generation.output)] }),
      // Not the account: of whoever complains the pseudonym is enough.
      sender: { key: keyId, request: requestId },
    },
  };
}

function textOf(stage: TextContent['stage'], text: string): TextContent {
  const [place, role] =
    stage === 'input' ? ['generation.prompt', 'user' as const] : ['generation.output', 'assistant' as const];
  return { modality: 'text', place, role, stage, text };
}
