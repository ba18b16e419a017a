import { type Content, type NewEvidence, newId, type Verdict } from '@tyrian/contracts';
import type { GatewayPorts } from '../ports.js';
import type { Exchange } from './exchange.js';

const DAY = 24 * 60 * 60 * 1000;
/** Not shorter than the time to appeal. */
const EVIDENCE_DAYS = { refusal: 180, hold: 180 };

/** What is sealed when something is refused or held: prompt, output, and who sent it. */
export function sealRefused(
  {
    evidenceDays = EVIDENCE_DAYS,
    jurisdiction,
    pseudonyms,
  }: Pick<GatewayPorts, 'evidenceDays' | 'jurisdiction' | 'pseudonyms'>,
  exchange: Exchange,
  verdict: Verdict,
  prompt: readonly Content[],
  output: readonly Content[] | undefined,
  now: number,
  /** Where the verdict is about what was left after repairs. */
  repaired: readonly Content[] | undefined,
): NewEvidence {
  const { account, principal } = exchange;
  const kind = verdict.decision === 'hold' ? 'hold' : 'refusal';
  return {
    id: newId('evidence', now),
    tenant: exchange.principal.tenant,
    kind,
    verdict: verdict.id,
    at: now,
    expiresAt: now + evidenceDays[kind] * DAY,
    ...(jurisdiction !== undefined && { jurisdiction }),
    ...(account !== undefined && { subject: pseudonyms.account(principal.tenant, account) }),
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
