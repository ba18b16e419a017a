import {
  type AlarmEvent,
  type Event,
  Hazard,
  type HeldEvent,
  type Reason,
  type RefusedEvent,
  type Verdict,
} from '@tyrian/contracts';
import type { Exchange } from './exchange.js';

/** Rules named in one event. */
const MAX_RULES = 50;
const HOUR_MS = 3_600_000;

interface Sealed {
  readonly evidence: HeldEvent['evidence'];
  readonly fingerprint: string;
  /** What a case is routed and found by; only of what is held. */
  readonly facts: Pick<HeldEvent, 'cluster' | 'language' | 'subject'>;
  readonly now: number;
  /** Whether anybody outside wants to hear of refusals. */
  readonly tellsRefusals: boolean;
}

/**
 * What is told of something held or refused. What is about child safety is told to nobody but the operator, by an alarm
 * that has the id of the verdict and nothing else; a case is opened for it all the same where it was held.
 */
export function verdictEvents(exchange: Exchange, verdict: Verdict, sealed: Sealed): readonly Event[] {
  const isQuiet = isChildSafety(verdict);
  const events: Event[] = [];
  if (verdict.decision === 'hold') events.push(heldEvent(exchange, verdict, sealed, isQuiet));
  if (isQuiet) events.push(childSafetyAlarm(exchange, verdict, sealed.now));
  else if (verdict.decision === 'refuse' && sealed.tellsRefusals)
    events.push(refusedEvent(exchange, verdict, sealed.now));
  return events;
}

/** Any such rule that was enforced, locked or an operator's own. */
function isChildSafety({ reasons }: Verdict): boolean {
  return reasons.some(({ enforced, decision, subject }) => enforced && decision !== 'allow' && subject === 'S4');
}

function heldEvent(exchange: Exchange, verdict: Verdict, sealed: Sealed, isQuiet: boolean): HeldEvent {
  const { evidence, fingerprint, facts, now } = sealed;
  const deciding = verdict.reasons.filter((reason) => reason.enforced && reason.decision === 'hold');
  return {
    type: 'verdict.held',
    tenant: exchange.principal.tenant,
    verdict: verdict.id,
    evidence,
    fingerprint,
    rules: deciding.map((reason) => reason.rule),
    hazards: hazardsOf(deciding),
    ...facts,
    heldAt: now,
    expiresAt: now + exchange.guard.policy.policy.hold.expiresAfterHours * HOUR_MS,
    ...(isQuiet && { quiet: true }),
  };
}

function refusedEvent(exchange: Exchange, verdict: Verdict, at: number): RefusedEvent {
  const deciding = verdict.reasons.filter(({ enforced, decision }) => enforced && decision !== 'allow');
  return {
    type: 'verdict.refused',
    tenant: exchange.principal.tenant,
    verdict: verdict.id,
    generation: exchange.id,
    rules: [...new Set(deciding.map(({ rule }) => rule))].slice(0, MAX_RULES),
    hazards: hazardsOf(deciding),
    at,
  };
}

function hazardsOf(reasons: readonly Reason[]): Hazard[] {
  return [...new Set(reasons.flatMap(({ subject }) => Hazard.safeParse(subject).data ?? []))];
}

function childSafetyAlarm(exchange: Exchange, verdict: Verdict, at: number): AlarmEvent {
  const { tenant } = exchange.principal;
  return { type: 'alarm.raised', tenant, alarm: 'child-safety', at, ids: { verdict: verdict.id } };
}
