import { Event, eventId } from '@tyrian/contracts';
import { describe, expect, it } from 'vitest';
import { Message, messageOf } from './message.js';
import { type Interest, takes } from './takes.js';

const at = 1_795_000_000_000;
const about = { tenant: 'acme', verdict: 'vrd_1' };
const held = {
  ...about,
  type: 'verdict.held',
  evidence: 'evd_1',
  fingerprint: 'zorblax',
  rules: ['a.rule'],
  heldAt: at,
  expiresAt: at + 1,
};
const policy = { id: 'open-chat', version: '1.0.0', hash: 'ab' };
const EVENTS: [event: object, data: object][] = [
  [held, { verdict: 'vrd_1', rules: ['a.rule'], heldAt: at, expiresAt: at + 1 }],
  [
    { ...about, type: 'verdict.refused', generation: 'gen_1', rules: ['a.rule'], hazards: ['S2'], at },
    { verdict: 'vrd_1', generation: 'gen_1', rules: ['a.rule'], hazards: ['S2'] },
  ],
  [
    { ...about, type: 'case.decided', case: 'cas_1', decision: 'release', at },
    { case: 'cas_1', verdict: 'vrd_1', decision: 'release' },
  ],
  [
    { ...about, type: 'case.expired', case: 'cas_1', at },
    { case: 'cas_1', verdict: 'vrd_1' },
  ],
  [
    { ...about, type: 'case.reopened', case: 'cas_1', at },
    { case: 'cas_1', verdict: 'vrd_1' },
  ],
  [
    { tenant: 'acme', type: 'policy.proposed', record: 'rec_1', policy, at },
    { record: 'rec_1', policy },
  ],
  [
    { tenant: 'acme', type: 'alarm.raised', alarm: 'full', ids: { endpoint: 'hook' }, at },
    { alarm: 'full', ids: { endpoint: 'hook' } },
  ],
];

const matter = {
  ...{ tenant: 'acme', case: 'cas_1', evidence: 'evd_1', priority: 50, language: 'en', isChildSafety: false },
  ...{ at, dueAt: null },
};

/** What is told between features only. */
const INSIDE: object[] = [
  { ...about, type: 'verdict.struck', at },
  { ...about, type: 'conduct.stepped', case: 'cas_1', kind: 'account', step: 'warn', rules: ['a.rule'], at, until: at },
  { ...about, type: 'verdict.disputed', evidence: null, rules: ['a.rule'], at, isChildSafety: false },
  { ...about, type: 'campaign.grown', by: 'range', rule: 'a.rule', common: 'zorblax', at, isChildSafety: false },
  { ...matter, type: 'notice.received', notice: 'ntc_1', kind: 'rights' },
  { ...matter, type: 'appeal.received', appeal: 'apl_1', fingerprint: 'zorblax' },
];

describe('a message', () => {
  it.each(EVENTS)('of %o holds what is named and nothing else', (fields, data) => {
    const event = Event.parse(fields);
    const message = messageOf(event);
    expect(message).toEqual({ id: eventId(event), type: event.type, at, tenant: 'acme', data });
    expect(Message.safeParse({ ...message, text: 'x' }).success).toBe(false);
    expect(Message.safeParse({ ...message, data: { ...message.data, text: 'x' } }).success).toBe(false);
    expect(JSON.stringify(message)).not.toContain('zorblax');
  });

  it('is made of every type of event, but for those that stay inside', () => {
    const known = [...EVENTS.map(([event]) => event), ...INSIDE].map((event) => Event.parse(event).type);
    expect(known.sort()).toEqual(Event.options.map(({ shape }) => shape.type.value).sort());
  });

  it.each([{ ...held, quiet: true }, ...INSIDE])('is made of no quiet event: %o', (fields) => {
    const quiet = Event.parse(fields);
    expect(() => messageOf(quiet)).toThrow();
    const all = Event.options.map(({ shape }) => shape.type.value) as Interest['events'];
    expect(takes({ name: 'hook', events: all }, quiet)).toBe(false);
  });
});

describe('who is told', () => {
  const event = (index: number) => Event.parse(EVENTS[index]?.[0]);
  const [refused, alarm] = [event(1), event(6)];
  const hook = (more: Partial<Interest> = {}): Interest => ({
    name: 'other',
    events: ['verdict.refused', 'alarm.raised'],
    ...more,
  });

  it('has asked for that type', () => {
    expect(takes(hook(), refused)).toBe(true);
    expect(takes(hook({ events: ['alarm.raised'] }), refused)).toBe(false);
  });

  it('is of that tenant, where it is of any', () => {
    expect(takes(hook({ tenants: ['acme'] }), refused)).toBe(true);
    expect(takes(hook({ tenants: ['zenith'] }), refused)).toBe(false);
  });

  it('of an alarm is the operator alone, and not who cannot be told', () => {
    expect(takes(hook(), alarm)).toBe(true);
    expect(takes(hook({ tenants: ['acme'] }), alarm)).toBe(false);
    expect(takes(hook({ name: 'hook' }), alarm)).toBe(false);
  });
});
