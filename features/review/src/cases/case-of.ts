import {
  type Case,
  type CaseRoute,
  type Event,
  type EventType,
  type Hazard,
  newId,
  VerdictId,
} from '@tyrian/contracts';
import type { QueueSettings } from '../routing/queues.js';
import { type Routed, routeOf } from '../routing/route.js';

const DAY_MS = 24 * 3_600_000;
/** For so long somebody can still look at what was sealed. */
const OPINIONS_MS = 180 * DAY_MS;
const CAMPAIGN_MS = 30 * DAY_MS;
/** The last day that everything can write down. */
const NEVER = Date.UTC(9999, 11, 31);

type Opened = Pick<
  Case,
  'id' | 'tenant' | 'kind' | 'verdict' | 'evidence' | 'fingerprint' | 'rules' | 'openedAt' | 'expiresAt'
> &
  Pick<Case, 'isChildSafety' | 'language' | 'cluster' | 'subject' | 'quiet'> & {
    readonly hazards: readonly Hazard[];
    /** Of what has a clock by law: no table of queues makes that later. */
    readonly clock?: { readonly priority: number; readonly dueAt: number | null };
  };

type Openers = { readonly [Type in EventType]?: (event: Extract<Event, { type: Type }>) => Opened };

const NO_TEXT = { evidence: null, fingerprint: '', language: null, cluster: null, hazards: [] } as const;

/** Which events open a case, and what of. A new kind is a row here, and one of `DECISIONS_OF`. */
const OPENERS: Openers = {
  'verdict.held': ({ tenant, verdict, evidence, fingerprint, rules, heldAt, expiresAt, quiet, ...facts }) => ({
    ...{ id: newId('case', heldAt), tenant, kind: 'hold', verdict, evidence, fingerprint, rules },
    ...{ openedAt: heldAt, expiresAt, isChildSafety: quiet ?? false },
    ...{ language: facts.language ?? null, cluster: facts.cluster ?? null, subject: facts.subject ?? null },
    ...{ hazards: facts.hazards ?? [], ...(quiet && { quiet }) },
  }),
  'conduct.stepped': ({ tenant, verdict, case: id, kind, step, rules, at, until, isChildSafety, subject }) => ({
    // Which step it is stands first, before the rules that led to it.
    ...{ ...NO_TEXT, id, tenant, kind: 'conduct', verdict, rules: [`conduct.${step}.${kind}`, ...rules] },
    // It may be about a child: nothing of it goes outside.
    ...{ openedAt: at, expiresAt: until, isChildSafety, subject: subject ?? null, quiet: true },
  }),
  'verdict.disputed': ({ tenant, verdict, evidence, rules, at, isChildSafety, hazards = [], subject = null }) => ({
    ...{ ...NO_TEXT, id: newId('case', at), tenant, kind: 'feedback', verdict, evidence, rules, hazards, subject },
    ...{ openedAt: at, expiresAt: at + OPINIONS_MS, isChildSafety, quiet: true },
  }),
  'campaign.grown': ({ tenant, verdict, by, rule, common, at, isChildSafety }) => ({
    ...{ ...NO_TEXT, id: newId('case', at), tenant, kind: 'campaign', verdict, rules: [`campaign.${by}`, rule] },
    ...{ fingerprint: common, openedAt: at, expiresAt: at + CAMPAIGN_MS, isChildSafety, subject: null, quiet: true },
  }),
  // These stand for themselves where others name a verdict, and end with their outcome, not with time.
  'notice.received': ({ notice, kind, ...matter }) => ({
    ...{ ...matterFacts(matter), kind: 'notice', verdict: VerdictId.parse(notice), rules: [`notice.${kind}`] },
  }),
  'appeal.received': ({ appeal, fingerprint, ...matter }) => ({
    ...{ ...matterFacts(matter), kind: 'appeal', verdict: VerdictId.parse(appeal), rules: ['appeal'], fingerprint },
  }),
};

type Matter = Pick<
  Extract<Event, { type: 'notice.received' }>,
  'tenant' | 'case' | 'evidence' | 'priority' | 'language' | 'isChildSafety' | 'at' | 'dueAt'
>;

function matterFacts({ tenant, case: id, evidence, priority, language, isChildSafety, at, dueAt }: Matter) {
  return {
    ...{ ...NO_TEXT, id, tenant, evidence, language, isChildSafety, openedAt: at, expiresAt: NEVER, subject: null },
    ...{ clock: { priority, dueAt }, ...(isChildSafety && { quiet: true as const }) },
  };
}

/** The case that an event opens, in its queue; undefined for what is nothing to decide. */
export function caseOf(event: Event, queues: QueueSettings): Case | undefined {
  const open = OPENERS[event.type] as ((event: Event) => Opened) | undefined;
  if (!open) return undefined;
  const { hazards, clock, ...opened } = open(event);
  const routed: Routed = { ...opened, hazards };
  return {
    ...opened,
    ...soonest(routeOf(routed, queues), clock),
    ...{ status: 'open', lease: null, escalated: null },
    ...{ decision: null, decidedBy: null, decidedAt: null, reason: null, rule: null, statement: null, batch: null },
  };
}

function soonest(route: CaseRoute, clock: Opened['clock']): CaseRoute {
  if (!clock) return route;
  const due = [route.dueAt, clock.dueAt].filter((at) => at !== null);
  const dueAt = due.length === 0 ? null : Math.min(...due);
  return { ...route, priority: Math.max(route.priority, clock.priority), dueAt };
}
