import {
  type Content,
  type Decision,
  type GenerationRecord,
  type NewRecord,
  newId,
  type RecordType,
  summariseCoverage,
  type Verdict,
} from '@tyrian/contracts';
import type { GatewayPorts } from '../ports.js';
import type { Exchange } from './exchange.js';
import { recordedModel } from './recorded-model.js';
import { recordedEvidence } from './recorded-signals.js';

interface Judgement {
  readonly verdict: Verdict;
  /** What the policy said, before releases, caps and failed repairs. */
  readonly judged: Decision;
  /** How many signals of the stage before it looked at. */
  readonly before: number;
  readonly contents: readonly Content[];
  readonly choice: number | null;
  readonly characters: number;
  readonly withheld: readonly string[];
  readonly streamed?: GenerationRecord['streamed'];
}

const MAX_WITHHELD = 50;

/** The record of one check: everything but the text. */
export function generationRecord(ports: GatewayPorts, exchange: Exchange, judgement: Judgement): NewRecord {
  const { verdict, judged, before, choice, contents, characters, withheld, streamed } = judgement;
  const { signals, reasons, count, truncated } = recordedEvidence(verdict);
  const isCut = truncated || withheld.length > MAX_WITHHELD;
  const roles = new Map(contents.map(({ place, role }) => [place, role]));
  const payload: GenerationRecord = {
    verdict: verdict.id,
    generation: exchange.id,
    stage: verdict.stage,
    door: exchange.door,
    model: recordedModel(exchange),
    choice,
    decision: verdict.decision,
    proposed: verdict.proposed,
    ...(judged !== verdict.decision && { judged }),
    ...(before > 0 && { before }),
    ...(exchange.account !== undefined && { bucket: ports.pseudonyms.canaryBucket(exchange.account) }),
    ...(exchange.admission.isStrict && { strict: true as const }),
    score: verdict.score,
    audience: verdict.audience,
    ...(exchange.assured && { assured: exchange.assured }),
    policy: verdict.policy,
    reasons,
    signals: [...signals],
    ...(isCut && { truncated: true as const }),
    ...(signals.length < count && { signalCount: count }),
    coverage: summariseCoverage(verdict.coverage, (place) => roles.get(place)),
    characters,
    tookMs: verdict.tookMs,
    ...(streamed && { streamed }),
    ...(withheld.length > 0 && { withheld: withheld.slice(0, MAX_WITHHELD) }),
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
