import { type Case, type Event, type EventType, type Hazard, newId } from '@tyrian/contracts';
import type { QueueSettings } from '../routing/queues.js';
import { type Routed, routeOf } from '../routing/route.js';

const DAY_MS = 24 * 3_600_000;
/** For so long somebody can still look at what was sealed. */
const OPINIONS_MS = 180 * DAY_MS;
const CAMPAIGN_MS = 30 * DAY_MS;

type Opened = Pick<
  Case,
  'id' | 'tenant' | 'kind' | 'verdict' | 'evidence' | 'fingerprint' | 'rules' | 'openedAt' | 'expiresAt'
> &
  Pick<Case, 'isChildSafety' | 'language' | 'cluster' | 'subject' | 'quiet'> & { readonly hazards: readonly Hazard[] };

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
};

/** The case that an event opens, in its queue; undefined for what is nothing to decide. */
export function caseOf(event: Event, queues: QueueSettings): Case | undefined {
  const open = OPENERS[event.type] as ((event: Event) => Opened) | undefined;
  if (!open) return undefined;
  const { hazards, ...opened } = open(event);
  const routed: Routed = { ...opened, hazards };
  return {
    ...opened,
    ...routeOf(routed, queues),
    ...{ status: 'open', lease: null, escalated: null },
    ...{ decision: null, decidedBy: null, decidedAt: null, reason: null, rule: null, statement: null, batch: null },
  };
}
