import {
  type Decision,
  type GenerationRecord,
  type NewEvidence,
  type NewRecord,
  newId,
  type Reason,
  TenantId,
  type VerdictId,
} from '@tyrian/contracts';

export const TENANT = TenantId.parse('acme');

interface Decided {
  readonly decision: Decision;
  readonly rules?: readonly string[];
  /** Rules that only watched. */
  readonly watching?: readonly string[];
  readonly judged?: Decision;
  readonly at: number;
  readonly tenant?: TenantId;
  readonly version?: string;
}

/** The record of a verdict as a door leaves it. */
export function recordOf(decided: Decided): { readonly verdict: VerdictId; readonly record: NewRecord } {
  const { decision, rules = [], watching = [], judged, at, tenant = TENANT, version = '1.0.0' } = decided;
  const verdict = newId('verdict', at);
  const reason = (rule: string, made: Decision, enforced: boolean): Reason => ({
    rule,
    decision: made,
    locked: false,
    enforced,
    explanation: 'nothing',
    help: false,
    signals: [],
  });
  const payload: GenerationRecord = {
    verdict,
    generation: newId('generation', at),
    stage: 'input',
    door: 'openai.chat',
    model: 'demo',
    choice: null,
    decision,
    proposed: decision,
    ...(judged && { judged }),
    score: 0,
    audience: 'adult',
    policy: { id: 'test', version, hash: 'a', mode: 'enforce' },
    reasons: [
      ...rules.map((rule) => reason(rule, judged ?? decision, true)),
      ...watching.map((rule) => reason(rule, 'refuse', false)),
    ],
    signals: [],
    coverage: [],
    characters: 10,
    tookMs: 1,
  };
  return { verdict, record: { id: newId('record', at), type: 'generation.input', at, tenant, payload } };
}

export function refusalOf(verdict: VerdictId, at: number): NewEvidence {
  const content = { prompt: 'zorblax' };
  return { id: newId('evidence', at), tenant: TENANT, kind: 'refusal', verdict, at, expiresAt: at + 1e9, content };
}
