import {
  AlarmEvent,
  DecidedEvent,
  type Event,
  ExpiredEvent,
  eventId,
  HeldEvent,
  ProposedEvent,
  RefusedEvent,
  ReopenedEvent,
} from '@tyrian/contracts';
import { z } from 'zod';

/** What is asked for by `tyrian webhook test`: nothing has happened. */
const TEST_TYPE = 'webhook.test';

const common = { id: z.string(), at: z.number().int(), tenant: z.string() };
const strict = { verdict: true, rules: true } as const;

/**
 * What is sent outside, and all of it: ids, codes, names of rules and times in milliseconds since 1970. Every field is
 * named here, so that one which is added to an event does not leave by itself.
 */
export const Message = z.discriminatedUnion('type', [
  z.strictObject({
    ...common,
    type: z.literal('verdict.held'),
    data: HeldEvent.pick({ ...strict, heldAt: true, expiresAt: true }).strict(),
  }),
  z.strictObject({
    ...common,
    type: z.literal('verdict.refused'),
    data: RefusedEvent.pick({ ...strict, generation: true, hazards: true }).strict(),
  }),
  z.strictObject({
    ...common,
    type: z.literal('case.decided'),
    data: DecidedEvent.pick({ case: true, verdict: true, decision: true }).strict(),
  }),
  z.strictObject({
    ...common,
    type: z.literal('case.expired'),
    data: ExpiredEvent.pick({ case: true, verdict: true }).strict(),
  }),
  z.strictObject({
    ...common,
    type: z.literal('case.reopened'),
    data: ReopenedEvent.pick({ case: true, verdict: true }).strict(),
  }),
  z.strictObject({
    ...common,
    type: z.literal('policy.proposed'),
    data: ProposedEvent.pick({ record: true, policy: true }).strict(),
  }),
  z.strictObject({
    ...common,
    type: z.literal('alarm.raised'),
    data: AlarmEvent.pick({ alarm: true, ids: true }).strict(),
  }),
  z.strictObject({ ...common, type: z.literal(TEST_TYPE), data: z.strictObject({}) }),
]);
export type Message = z.infer<typeof Message>;

/** What is sent of an event. Throws where the event goes to nobody outside. */
export function messageOf(event: Event): Message {
  if (isQuiet(event)) throw new Error(QUIET);
  const id = eventId(event);
  const { type, tenant } = event;
  switch (event.type) {
    case 'verdict.held': {
      const { verdict, rules, heldAt, expiresAt } = event;
      return Message.parse({ id, type, at: heldAt, tenant, data: { verdict, rules, heldAt, expiresAt } });
    }
    case 'verdict.refused': {
      const { verdict, generation, rules, hazards, at } = event;
      return Message.parse({ id, type, at, tenant, data: { verdict, generation, rules, hazards } });
    }
    case 'case.decided':
      return Message.parse({
        id,
        type,
        at: event.at,
        tenant,
        data: { case: event.case, verdict: event.verdict, decision: event.decision },
      });
    case 'case.expired':
    case 'case.reopened':
      return Message.parse({ id, type, at: event.at, tenant, data: { case: event.case, verdict: event.verdict } });
    case 'policy.proposed':
      return Message.parse({ id, type, at: event.at, tenant, data: { record: event.record, policy: event.policy } });
    case 'verdict.struck':
    case 'conduct.stepped':
    case 'verdict.disputed':
    case 'campaign.grown':
    case 'notice.received':
    case 'appeal.received':
      throw new Error(QUIET);
    case 'alarm.raised':
      return Message.parse({ id, type, at: event.at, tenant, data: { alarm: event.alarm, ids: event.ids } });
  }
}

/** Told between features only. */
const INSIDE: ReadonlySet<Event['type']> = new Set([
  'verdict.struck',
  'conduct.stepped',
  'verdict.disputed',
  'campaign.grown',
  'notice.received',
  'appeal.received',
]);
const QUIET = 'a quiet event was to be sent';

/** Whether it goes to nobody outside: what is told between features only, and what may be about a child. */
export function isQuiet(event: Event): boolean {
  if (INSIDE.has(event.type)) return true;
  return 'quiet' in event && event.quiet === true;
}
