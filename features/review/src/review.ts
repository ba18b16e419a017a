import {
  type Case,
  type CaseDecision,
  type CaseId,
  type Cases,
  type Event,
  errors,
  newId,
  type TenantId,
  type Vault,
  VerdictId,
} from '@tyrian/contracts';

/** How long a release lets the same content by the same account through. */
const RELEASE_MS = 30 * 24 * 3_600_000;
const DAY_MS = 24 * 3_600_000;
/** The last day that everything can write down. */
const NEVER = Date.UTC(9999, 11, 31);

/** What became of something held, as it may be told to who sent it. */
export interface Standing {
  readonly status: 'open' | 'released' | 'refused' | 'expired';
  readonly at: number;
  readonly expiresAt: number | null;
  readonly decidedAt: number | null;
}

export interface Ruling {
  readonly decision: CaseDecision;
  readonly by: string;
  readonly note?: string | undefined;
}

export interface Review {
  /** Takes an event from the outbox: what is held, or conduct that led to a step. The same event twice opens one case. */
  take(event: Event): Promise<void>;
  list(status: Case['status'] | undefined, limit: number): Promise<readonly Case[]>;
  /** Throws NOT_FOUND. */
  show(id: CaseId): Promise<Case>;
  /** Opens the sealed evidence of a case; that it was seen, and by whom, goes on record. Throws NOT_FOUND. */
  open(id: CaseId, by: string): Promise<object>;
  /** Throws NOT_FOUND or CASE_CLOSED. */
  decide(id: CaseId, ruling: Ruling): Promise<Case>;
  /** Closes what nobody decided in time; it stays refused. */
  expire(): Promise<number>;
  /** Undefined for a verdict that is not held, or another tenant's. */
  standingOf(tenant: TenantId, verdict: VerdictId): Promise<Standing | undefined>;
  isReleased(tenant: TenantId, fingerprint: string): Promise<boolean>;
  /** Takes a place under the daily cap of a tenant, over all machines; false where there is none left. */
  takeHoldPlace(tenant: TenantId, verdict: VerdictId, cap: number): Promise<boolean>;
}

/**
 * Cases: what a person decides.
 *
 * @example
 * const review = createReview({ cases: store.cases, vault: store.vault });
 * await review.decide(id, { decision: 'release', by: 'ana' });
 */
export function createReview({
  cases,
  vault,
  now = Date.now,
}: {
  cases: Cases;
  vault: Vault;
  now?: () => number;
}): Review {
  async function show(id: CaseId): Promise<Case> {
    const found = await cases.find(id);
    if (!found) throw errors.NOT_FOUND([`case ${id}`]);
    return found;
  }

  return {
    async take(event) {
      const opened = caseOf(event);
      if (opened) await cases.open(opened);
    },

    list: (status, limit) => cases.list({ ...(status && { status }), limit }),
    show,

    async open(id, by) {
      const { evidence } = await show(id);
      if (!evidence) throw errors.NOT_FOUND([`evidence for case ${id}`]);
      return vault.open(evidence, { case: id, by });
    },

    async decide(id, { decision, by, note }) {
      await show(id);
      return cases.decide(id, { decision, by, at: now(), note: note ?? null });
    },

    expire: () => cases.expire(now()),

    async standingOf(tenant, verdict) {
      const found = await cases.findByVerdict(verdict);
      if (!found || found.tenant !== tenant) return undefined;
      const { openedAt: at, expiresAt, decidedAt } = found;
      return { status: statusOf(found), at, expiresAt, decidedAt };
    },

    isReleased: (tenant, fingerprint) => cases.isReleased(tenant, fingerprint, now() - RELEASE_MS),
    takeHoldPlace: (tenant, verdict, cap) => cases.takeHoldPlace({ tenant, verdict, cap, since: now() - DAY_MS }),
  };
}

/** The case that an event opens; undefined for what is nothing to decide. */
function caseOf(event: Event): Case | undefined {
  const undecided = { status: 'open', decision: null, decidedBy: null, decidedAt: null, note: null } as const;
  if (event.type === 'verdict.held') {
    const { tenant, verdict, evidence, fingerprint, rules, heldAt, expiresAt, quiet } = event;
    const id = newId('case', heldAt);
    return {
      id,
      tenant,
      kind: 'hold',
      verdict,
      evidence,
      fingerprint,
      rules,
      openedAt: heldAt,
      expiresAt,
      ...undecided,
      ...(quiet && { quiet }),
    };
  }
  if (event.type === 'notice.received' || event.type === 'appeal.received') return caseOfMatter(event);
  if (event.type !== 'conduct.stepped') return undefined;
  const { tenant, verdict, kind, step, at, until } = event;
  // Which step it is stands first, before the rules that led to it.
  const rules = [`conduct.${step}.${kind}`, ...event.rules];
  const about = { id: event.case, tenant, verdict, rules, openedAt: at, expiresAt: until };
  // It may be about a child: nothing of it goes outside.
  return { ...about, kind: 'conduct', evidence: null, fingerprint: '', ...undecided, quiet: true };
}

type MatterEvent = Extract<Event, { type: 'notice.received' | 'appeal.received' }>;

/** A notice or an appeal stands for itself where others name a verdict; it ends with its outcome, not with time. */
function caseOfMatter(event: MatterEvent): Case {
  const { tenant, evidence, at, isChildSafety } = event;
  const matter =
    event.type === 'notice.received'
      ? { kind: 'notice' as const, verdict: event.notice, fingerprint: '', rules: [`notice.${event.kind}`] }
      : { kind: 'appeal' as const, verdict: event.appeal, fingerprint: event.fingerprint, rules: ['appeal'] };
  return {
    ...{ id: event.case, tenant, evidence, openedAt: at, expiresAt: NEVER, status: 'open', decision: null },
    ...{ ...matter, verdict: VerdictId.parse(matter.verdict), decidedBy: null, decidedAt: null, note: null },
    ...(isChildSafety && { quiet: true }),
  };
}

function statusOf({ status, decision }: Case): Standing['status'] {
  if (status !== 'decided') return status;
  return decision === 'release' ? 'released' : 'refused';
}
