import type { Content, Decision, HeldEvent, Verdict } from '@tyrian/contracts';
import { normalised, readLanguages } from '@tyrian/text';
import { CONDUCT_RULES } from '../conduct/floor.js';
import type { DoorPorts } from '../door-ports.js';
import type { Exchange } from './exchange.js';

/** As much of the end of a text says which language it is in. */
const READ_MAX = 4_000;

export interface Settlement {
  readonly decision: Decision;
  /** Only of what is held. */
  readonly fingerprint?: string;
}

/** Turns a hold into what becomes of it: let through if a person released it before, refused over the daily cap. */
export async function settleHold(
  ports: DoorPorts,
  exchange: Exchange,
  verdict: Verdict,
  contents: readonly Content[],
): Promise<Settlement> {
  if (verdict.decision !== 'hold') return { decision: verdict.decision };
  const { tenant } = exchange.principal;
  const fingerprint = ports.pseudonyms.fingerprint(tenant, canonicalContents(exchange, contents));
  const isLocked = verdict.reasons.some((reason) => reason.locked && reason.enforced && isGrave(reason.decision));
  if (!isLocked && (await ports.releases.isReleased(tenant, fingerprint))) {
    return { decision: verdict.repairs.length > 0 ? 'repair' : 'allow' };
  }
  const { enabled, dailyCap } = exchange.guard.policy.policy.hold;
  const cap = capFor(verdict, dailyCap);
  if (!enabled || !(await ports.releases.takeHoldPlace(tenant, verdict.id, cap))) return { decision: 'refuse' };
  return { decision: 'hold', fingerprint };
}

/**
 * What the case of something held is found by. Equal texts are one cluster, whoever sent them: all of what was judged, so
 * that whoever has seen one has seen them all.
 */
export function caseFacts(
  { pseudonyms }: Pick<DoorPorts, 'pseudonyms'>,
  { principal: { tenant }, account }: Pick<Exchange, 'principal' | 'account'>,
  contents: readonly Content[],
): Pick<HeldEvent, 'cluster' | 'language' | 'subject'> {
  const said = contents.map((content) => [
    content.stage,
    content.modality === 'text' ? normalised(content.text) : content.source,
  ]);
  const texts = contents.flatMap((content) =>
    content.modality === 'text' && content.role !== 'system' ? [content.text] : [],
  );
  const [main] = readLanguages(texts.join('\n').slice(-READ_MAX)).spoken;
  return {
    cluster: pseudonyms.fingerprint(tenant, JSON.stringify(['cluster', said])),
    ...(main?.isSure && { language: main.language }),
    ...(account !== undefined && { subject: pseudonyms.account(tenant, account).value }),
  };
}

/** Accounts whose every request is held may not use up what is there for all. */
function capFor({ reasons }: Verdict, dailyCap: number): number {
  const isConduct = reasons.every(
    ({ enforced, decision, rule }) => !enforced || !isGrave(decision) || rule === CONDUCT_RULES.hold,
  );
  return isConduct ? Math.ceil(dailyCap / 2) : dailyCap;
}

function isGrave(decision: Decision): boolean {
  return decision === 'hold' || decision === 'refuse';
}

/** What a release covers: the same content after the same prompt, of the same account, for the same audience. */
function canonicalContents(exchange: Exchange, contents: readonly Content[]): string {
  const said = contents.map((content) => [
    content.stage,
    content.role,
    content.modality === 'text' ? content.text : content.source,
  ]);
  return JSON.stringify([exchange.audience, exchange.account ?? null, said]);
}
