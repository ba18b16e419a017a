import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AlarmEvent, Event, eventId, eventSubject } from './events.js';

const at = 1_795_000_000_000;
const alarm = { type: 'alarm.raised', tenant: 'system', alarm: 'child-safety', at, ids: { verdict: 'vrd_1' } };
const decided = { type: 'case.decided', tenant: 'acme', case: 'cas_1', verdict: 'vrd_1', decision: 'release', at };
const EVENTS = [
  decided,
  // Taken back and decided again.
  { ...decided, at: at + 2 },
  { ...decided, type: 'case.reopened', decision: undefined },
  { ...decided, type: 'case.expired', decision: undefined },
  { type: 'verdict.refused', tenant: 'acme', verdict: 'vrd_1', generation: 'gen_1', rules: ['a'], hazards: ['S2'], at },
  alarm,
  {
    type: 'policy.proposed',
    tenant: 'system',
    record: 'rec_1',
    policy: { id: 'open-chat', version: '1.0.0', hash: 'ab' },
    at,
  },
].map((event) => Event.parse(event));

describe('an event', () => {
  it('has an id of its own, the same each time and without a full stop', () => {
    const ids = EVENTS.map(eventId);
    expect(new Set(ids).size).toBe(EVENTS.length);
    expect(EVENTS.map(eventId)).toEqual(ids);
    for (const id of ids) expect(id).toMatch(/^[A-Za-z0-9_-]+$/);
  });

  it('waits for those of its own verdict only', () => {
    expect(EVENTS.map(eventSubject)).toEqual([
      ...Array.from({ length: 5 }, () => 'vrd_1'),
      eventId(EVENTS[5] as Event),
      'proposed_rec_1',
    ]);
  });
});

describe('an alarm', () => {
  it('is another at another time or with other ids, whatever their order', () => {
    const one = AlarmEvent.parse({ ...alarm, ids: { verdict: 'vrd_1', count: 3 } });
    expect(eventId({ ...one, ids: { count: 3, verdict: 'vrd_1' } })).toBe(eventId(one));
    expect(eventId({ ...one, at: at + 1 })).not.toBe(eventId(one));
    expect(eventId({ ...one, ids: { verdict: 'vrd_2', count: 3 } })).not.toBe(eventId(one));
  });

  it.each([
    ['a sentence', { note: 'two words' }],
    ['a long text', { note: 'x'.repeat(65) }],
    ['a list', { verdicts: ['vrd_1'] }],
    ['a fraction', { score: 0.5 }],
    ['more than eight', Object.fromEntries([...'abcdefghi'].map((name) => [name, 1]))],
  ])('has no room for %s', (_what, ids) => {
    expect(AlarmEvent.safeParse({ ...alarm, ids }).success).toBe(false);
  });

  it('takes no field beside those that it has', () => {
    expect(AlarmEvent.safeParse({ ...alarm, text: 'x' }).success).toBe(false);
  });

  it('takes no text with a space or a letter beyond ASCII as an id', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 64 }), (text) => {
        const isId = /^[A-Za-z0-9_-]+$/.test(text);
        expect(AlarmEvent.safeParse({ ...alarm, ids: { verdict: text } }).success).toBe(isId);
      }),
    );
  });
});
