import {
  type GenerationRecord,
  type NewRecord,
  newId,
  type RecordType,
  summariseCoverage,
  type Verdict,
} from '@tyrian/contracts';
import type { GatewayPorts } from '../ports.js';
import type { Exchange } from './exchange.js';

interface Judgement {
  readonly verdict: Verdict;
  readonly choice: number | null;
  readonly characters: number;
  readonly withheld: readonly string[];
}

/** The record of one check: everything but the text. */
export function generationRecord(ports: GatewayPorts, exchange: Exchange, judgement: Judgement): NewRecord {
  const { verdict, choice, characters, withheld } = judgement;
  const payload: GenerationRecord = {
    verdict: verdict.id,
    generation: exchange.id,
    stage: verdict.stage,
    door: exchange.door,
    model: exchange.model,
    choice,
    decision: verdict.decision,
    proposed: verdict.proposed,
    score: verdict.score,
    audience: verdict.audience,
    policy: verdict.policy,
    reasons: verdict.reasons,
    signals: [...verdict.signals],
    coverage: summariseCoverage(verdict.coverage),
    characters,
    tookMs: verdict.tookMs,
    ...(withheld.length > 0 && { withheld: [...withheld] }),
  };
  return exchangeRecord(ports, exchange, verdict.stage === 'input' ? 'generation.input' : 'generation.output', payload);
}

/** A record about an exchange, under the pseudonym of its account. */
export function exchangeRecord(ports: GatewayPorts, exchange: Exchange, type: RecordType, payload: object): NewRecord {
  const at = ports.clock.now();
  const { tenant } = exchange.principal;
  const subject = exchange.account === undefined ? undefined : ports.pseudonyms.account(tenant, exchange.account);
  return { id: newId('record', at), type, at, tenant, ...(subject && { subject }), payload };
}
