import { createHash, timingSafeEqual } from 'node:crypto';
import { type NewClock, type Notice, type NoticeKind, newId, SYSTEM_TENANT, VerdictId } from '@tyrian/contracts';
import { clocksFor } from '../clocks/duties.js';
import { hashCode, newCode } from './codes.js';
import { requirePlace } from './limits.js';
import { isAboutMinor, type NoticeRequest } from './notice-request.js';
import type { NoticePorts } from './ports.js';
import { noticePriority } from './priority.js';
import { DAY_MS, type Receipt, sealedWords } from './receipt.js';

/** For so long a notice that was manifestly unfounded counts against its address. */
const MISUSE_MS = 180 * DAY_MS;

/**
 * Takes a notice: what it says and who gives it is sealed, its clocks run, and its case opens by the event that is stored
 * with it. Throws RATE_LIMITED.
 */
export async function receiveNotice(ports: NoticePorts, request: NoticeRequest, address: string): Promise<Receipt> {
  const at = ports.now();
  const reporter = ports.names.reporter(address);
  const flagger = flaggerOf(ports, request.flagger);
  await requirePlace(ports.notices, ports.limits, { reporter, isTrusted: flagger !== null, at });
  const isMinor = isAboutMinor(request);
  // Whatever else it is of a child: then only those may see it who may see that.
  const kind: NoticeKind = isMinor ? 'child-safety' : request.kind;
  const verdict = request.about.verdict === undefined ? null : VerdictId.parse(request.about.verdict);
  const [judged, unfounded] = await Promise.all([
    verdict === null ? undefined : ports.appeals.judged(verdict),
    ports.notices.unfounded(reporter, at - MISUSE_MS),
  ]);
  const code = newCode();
  const id = newId('notice', at);
  const tenant = judged?.tenant ?? SYSTEM_TENANT;
  const isChildSafety = isMinor || (judged?.isQuiet ?? false);
  const { text, contact, about, statements, jurisdiction } = request;
  const evidence = sealedWords(ports, {
    id,
    tenant,
    at,
    content: { about, text, contact: contact ?? null, statements },
  });
  const clocks = clocksOf(ports, request.kind, { kind, jurisdiction, at });
  const notice: Omit<Notice, 'linked'> = {
    ...{ id, tenant, kind, jurisdiction, verdict, reporter, flagger, isChildSafety },
    ...{ case: newId('case', at), evidence: evidence.id, model: about.model ?? null, copies: about.sha256.length },
    ...{ language: request.language, receivedAt: at, status: 'open', outcome: null, isUnfounded: false },
    priority: noticePriority(kind, { isTrusted: flagger !== null, unfounded }),
    ...{ decidedBy: null, decidedAt: null, reason: null, statement: null },
  };
  const copies = [...new Set(about.sha256)].map((sha256) => ports.names.copy(sha256));
  const kept = await ports.notices.receive({ notice, evidence, codeHash: hashCode(code), copies, clocks });
  return { id: kept.id, code, receivedAt: at, dueAt: earliest(clocks) };
}

/** Those of what was said, and those of what it came to be where a child is shown. */
export function clocksOf(
  { duties }: Pick<NoticePorts, 'duties'>,
  said: NoticeKind,
  { kind, jurisdiction, at }: Pick<Notice, 'kind' | 'jurisdiction'> & { readonly at: number },
): NewClock[] {
  return [...new Set([said, kind])].flatMap((one) =>
    clocksFor(duties, { matter: 'notice', kind: one, jurisdiction }, at),
  );
}

export function earliest(clocks: readonly NewClock[]): number | null {
  return clocks.length === 0 ? null : Math.min(...clocks.map(({ dueAt }) => dueAt));
}

/** A token that is none of a flagger's makes a notice like any other: it is not dropped for that. */
function flaggerOf({ flaggers }: NoticePorts, token: string | undefined): string | null {
  if (token === undefined) return null;
  const hash = createHash('sha256').update(token).digest();
  const found = flaggers.find(({ tokenSha256 }) => timingSafeEqual(Buffer.from(tokenSha256, 'hex'), hash));
  return found?.name ?? null;
}
