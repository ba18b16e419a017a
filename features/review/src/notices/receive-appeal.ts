import {
  type Appeal,
  type EvidenceId,
  errors,
  GenerationRecord,
  NoticeId,
  newId,
  type TenantId,
  VerdictId,
} from '@tyrian/contracts';
import { clocksFor } from '../clocks/duties.js';
import { hashCode, newCode } from './codes.js';
import { requirePlace } from './limits.js';
import type { AppealRequest } from './notice-request.js';
import type { NoticePorts } from './ports.js';
import { DAY_MS, type Receipt, sealedWords } from './receipt.js';
import { earliest } from './receive-notice.js';

const PRIORITY = 50;
const PRIORITY_OF_CHILD_SAFETY = 70;

/** What an appeal is against, and whose that is. */
interface Subject {
  readonly verdict: VerdictId | null;
  readonly notice: NoticeId | null;
  readonly tenant: TenantId;
  readonly judged: EvidenceId | null;
  readonly isChildSafety: boolean;
}

/** Takes an appeal. Throws NOT_FOUND, APPEAL_UNFIT, APPEAL_TOO_LATE, APPEAL_GIVEN or RATE_LIMITED. */
export async function receiveAppeal(ports: NoticePorts, request: AppealRequest, address: string): Promise<Receipt> {
  const at = ports.now();
  const reporter = ports.names.reporter(address);
  await requirePlace(ports.notices, ports.limits, { reporter, isTrusted: false, at });
  const subject = request.notice
    ? await noticeAppealed(ports, request.notice, at)
    : await verdictAppealed(ports, VerdictId.parse(request.verdict), at);
  const code = newCode();
  const id = newId('appeal', at);
  const { text, contact, jurisdiction, language } = request;
  const { tenant, isChildSafety } = subject;
  const evidence = sealedWords(ports, { id, tenant, at, content: { text, contact: contact ?? null } });
  const clocks = clocksFor(ports.duties, { matter: 'appeal', jurisdiction }, at);
  const appeal: Appeal = {
    ...{ id, ...subject, case: newId('case', at), evidence: evidence.id, language, receivedAt: at, reporter },
    priority: isChildSafety ? PRIORITY_OF_CHILD_SAFETY : PRIORITY,
    ...{ status: 'open', outcome: null, decidedBy: null, decidedAt: null, reason: null, statement: null },
  };
  await ports.appeals.receive({ appeal, evidence, codeHash: hashCode(code), clocks });
  return { id, code, receivedAt: at, dueAt: earliest(clocks) };
}

async function verdictAppealed(ports: NoticePorts, verdict: VerdictId, at: number): Promise<Subject> {
  const judged = await ports.appeals.judged(verdict);
  if (!judged) throw errors.NOT_FOUND([`refused or held verdict ${verdict}`]);
  if (judged.decidedAt === null) throw errors.APPEAL_UNFIT(['a person has yet to decide']);
  if (judged.isReleased) throw errors.APPEAL_UNFIT(['it was let through']);
  requireInTime(ports, judged.decidedAt, at);
  const { tenant, evidence, isQuiet } = judged;
  const isChildSafety = isQuiet || (await concernsChildSafety(ports, tenant, verdict));
  return { verdict, notice: null, tenant, judged: evidence, isChildSafety };
}

/** Only whoever has the code of a notice gave it. */
async function noticeAppealed(
  ports: NoticePorts,
  { id, code }: { readonly id: string; readonly code: string },
  at: number,
): Promise<Subject> {
  const notice = await ports.notices.findByCode(NoticeId.parse(id), hashCode(code));
  if (!notice) throw errors.NOT_FOUND(['notice with this id and code']);
  if (notice.decidedAt === null) throw errors.APPEAL_UNFIT(['the notice has no outcome yet']);
  requireInTime(ports, notice.decidedAt, at);
  const { tenant, evidence, isChildSafety } = notice;
  return { verdict: null, notice: notice.id, tenant, judged: evidence, isChildSafety };
}

function requireInTime({ appealDays }: NoticePorts, decidedAt: number, at: number): void {
  if (at > decidedAt + appealDays * DAY_MS) throw errors.APPEAL_TOO_LATE([appealDays]);
}

/** What the record says of a verdict; one that cannot be read any more may be about a child. */
async function concernsChildSafety({ records }: NoticePorts, tenant: TenantId, verdict: VerdictId): Promise<boolean> {
  const record = await records.findVerdict(tenant, verdict);
  const parsed = GenerationRecord.safeParse(JSON.parse(record?.payload ?? 'null'));
  if (!parsed.success) return true;
  return parsed.data.reasons.some(
    ({ enforced, decision, subject }) => enforced && decision !== 'allow' && subject === 'S4',
  );
}
