import { type Content, type NewEvidence, newId, type Verdict } from '@tyrian/contracts';
import type { Exchange } from './exchange.js';

const DAY = 24 * 60 * 60 * 1000;
/** No appeal window of a refusal is longer. */
/** Days that sealed evidence is kept where nothing asks for longer. */
export const EVIDENCE_DAYS = 180;

/** What is sealed when something is refused or held: prompt, output, and who sent it. */
export function sealRefused(
  exchange: Exchange,
  verdict: Verdict,
  prompt: readonly Content[],
  output: readonly Content[] | undefined,
  now: number,
  jurisdiction: string | undefined,
  /** Where the verdict is about what was left after repairs. */
  repaired: readonly Content[] | undefined,
): NewEvidence {
  return {
    id: newId('evidence', now),
    tenant: exchange.principal.tenant,
    kind: verdict.decision === 'hold' ? 'hold' : 'refusal',
    verdict: verdict.id,
    at: now,
    expiresAt: now + EVIDENCE_DAYS * DAY,
    ...(jurisdiction !== undefined && { jurisdiction }),
    content: {
      door: exchange.door,
      model: exchange.model,
      stage: verdict.stage,
      prompt,
      ...(output && { output }),
      ...(repaired && { repaired }),
      sender: {
        key: exchange.principal.keyId,
        account: exchange.account ?? null,
        address: exchange.address,
        request: exchange.requestId,
      },
    },
  };
}
