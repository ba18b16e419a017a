import {
  type ApiKey,
  type Case,
  type CaseDecision,
  type CaseResolution,
  type CaseWorker,
  type HeldEvent,
  type NewEvidence,
  type NewRecord,
  newId,
  Policy,
  type RecordType,
  TenantId,
} from '@tyrian/contracts';

/** Neutral things to store. */
export const TENANT = TenantId.parse('acme');
let clock = 1_800_000_000_000;

/** Time moves on with each look, so that the order of ids is the order of making. */
export function tick(): number {
  clock += 1;
  return clock;
}

export function newRecord(fields: Partial<NewRecord> = {}): NewRecord {
  const at = tick();
  return {
    id: newId('record', at),
    type: 'generation.input',
    at,
    tenant: TENANT,
    payload: { verdict: 'v', score: 0.5 },
    ...fields,
  };
}

export function recordsOfType(type: RecordType, count: number): NewRecord[] {
  return Array.from({ length: count }, () => newRecord({ type }));
}

export function newEvidence(fields: Partial<NewEvidence> = {}): NewEvidence {
  const at = tick();
  const verdict = newId('verdict', at);
  const content = { prompt: 'about a zorblax', account: 'user-7' };
  return {
    id: newId('evidence', at),
    tenant: TENANT,
    kind: 'hold',
    verdict,
    at,
    expiresAt: at + 1000,
    content,
    ...fields,
  };
}

export function heldEvent(evidence: NewEvidence): HeldEvent {
  return {
    type: 'verdict.held',
    tenant: evidence.tenant,
    verdict: evidence.verdict,
    evidence: evidence.id,
    fingerprint: 'fp-1',
    rules: ['test.hold'],
    heldAt: evidence.at,
    expiresAt: evidence.expiresAt,
  };
}

export function newCase(fields: Partial<Case> = {}): Case {
  const at = tick();
  return {
    id: newId('case', at),
    tenant: TENANT,
    kind: 'hold',
    status: 'open',
    verdict: newId('verdict', at),
    evidence: null,
    fingerprint: `fp-${at}`,
    rules: ['test.hold', 'quotes "and" commas, too'],
    openedAt: at,
    expiresAt: at + 1000,
    decision: null,
    decidedBy: null,
    decidedAt: null,
    ...{ queue: 'general', priority: 50, language: null, cluster: null, isChildSafety: false, subject: null },
    ...{ lease: null, escalated: null, dueAt: null, reason: null, rule: null, statement: null, batch: null },
    ...fields,
  };
}

/** Somebody who sees and may do everything. */
export function lead(by: string, at = tick()): CaseWorker {
  return { by, at, isLead: true, scope: { tenant: null, childSafety: true } };
}

export function resolved(decision: CaseDecision, reason = 'since I say so'): CaseResolution {
  return { decision, reason, rule: null, statement: null };
}

export function newApiKey(fields: Partial<ApiKey> = {}): ApiKey {
  const at = tick();
  const id = newId('apiKey', at);
  return {
    id,
    tenant: TENANT,
    name: 'front end',
    hash: `hash-of-${id}`,
    hint: 'tyr_abc',
    audience: 'adult',
    refusal: 'error',
    policy: null,
    upstream: null,
    dialect: 'openai',
    budget: {},
    claimed: null,
    expiresAt: null,
    createdAt: at,
    revokedAt: null,
    previous: null,
    ...fields,
  };
}

export const POLICY = Policy.parse({
  schemaVersion: 1,
  id: 'test',
  version: '1.0.0',
  title: 'Test',
  rules: [{ id: 'test.refuse', when: { hazard: 'S1' }, then: 'refuse' }],
});
