import { type GenerationRecord, type NewRecord, newId, type Signal, TenantId } from '@tyrian/contracts';

interface Recorded {
  readonly at: number;
  readonly score?: number;
  readonly tenant?: string;
  readonly account?: string;
}

/** The record of a prompt that was let through, with one signal where a score is given. */
export function recordOf({ at, score, tenant = 'default', account }: Recorded): NewRecord {
  const signal = (value: number): Signal => ({
    kind: 'hazard',
    name: 'prompt-injection',
    score: value,
    place: 'messages[0].content',
    role: 'user',
    stage: 'input',
    spans: [[0, 4]],
    via: ['raw'],
    detector: 'prompt-injection',
    version: '1',
  });
  const payload: GenerationRecord = {
    verdict: newId('verdict', at),
    generation: newId('generation', at),
    stage: 'input',
    door: 'openai.chat',
    model: 'demo',
    choice: null,
    decision: 'allow',
    proposed: 'allow',
    score: score ?? 0,
    audience: 'adult',
    policy: { id: 'open-chat', version: '1.0.0', hash: 'a', mode: 'observe' },
    reasons: [],
    signals: score === undefined ? [] : [signal(score)],
    coverage: [{ detector: 'prompt-injection', status: 'scanned', places: 1 }],
    characters: 10,
    tookMs: 1,
  };
  const subject = account === undefined ? undefined : { value: account, keyId: 'pseudonym-1' };
  return { id: newId('record', at), type: 'generation.input', at, tenant: TenantId.parse(tenant), subject, payload };
}
