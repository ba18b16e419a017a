import { type HeldEvent, type NewEvidence, newId, TenantId } from '@tyrian/contracts';

export const TENANT = TenantId.parse('acme');

/** Sealed evidence of something held or refused, with a stand-in for its content. */
export function evidenceOf(kind: 'hold' | 'refusal', at: number, expiresAt: number): NewEvidence {
  const content = { said: 'zorblax' };
  return { id: newId('evidence', at), tenant: TENANT, kind, verdict: newId('verdict', at), at, expiresAt, content };
}

/** The event that comes with evidence of something held. */
export function heldEvent({ verdict, id, at }: NewEvidence, expiresAt: number): HeldEvent {
  return {
    type: 'verdict.held',
    tenant: TENANT,
    verdict,
    evidence: id,
    fingerprint: `fp-${verdict}`,
    rules: ['test.held'],
    heldAt: at,
    expiresAt,
  };
}
