import { describe, expect, it } from 'vitest';
import { DEFAULT_QUEUES, QueueSettings } from './queues.js';
import { type Routed, routeOf } from './route.js';

const openedAt = 1_800_000_000_000;
const routed = (more: Partial<Routed> = {}): Routed => ({
  ...{ kind: 'hold', rules: ['acme.zorblax'], hazards: [], language: null, isChildSafety: false, openedAt, ...more },
});
const table = (...rows: object[]): QueueSettings => QueueSettings.parse(rows);

describe('the route of a case', () => {
  it('is the first row of which all holds, else the general queue', () => {
    const queues = table(
      { name: 'german-holds', kinds: ['hold'], languages: ['de'], priority: 70, dueHours: 1.5 },
      { name: 'holds', kinds: ['hold'], rules: ['acme.*'] },
      { name: 'late', kinds: ['hold'] },
    );
    expect(routeOf(routed({ language: 'de-AT' }), queues)).toEqual({
      ...{ queue: 'german-holds', priority: 70, dueAt: openedAt + 5_400_000 },
    });
    expect(routeOf(routed({ language: 'den' }), queues)).toEqual({ queue: 'holds', priority: 50, dueAt: null });
    expect(routeOf(routed({ rules: ['other.rule'] }), queues).queue).toBe('late');
    expect(routeOf(routed({ kind: 'conduct' }), queues)).toEqual({ queue: 'general', priority: 50, dueAt: null });
  });

  it('of child safety is its own queue, first of all, whatever the table says', () => {
    const queues = table({ name: 'everything', priority: 0 });
    expect(routeOf(routed({ isChildSafety: true }), queues)).toEqual({
      ...{ queue: 'child-safety', priority: 100, dueAt: null },
    });
    expect(QueueSettings.safeParse([{ name: 'child-safety' }]).success).toBe(false);
  });

  it('without a table of one’s own is urgent for lives and for campaigns', () => {
    expect(routeOf(routed({ hazards: ['S2', 'S11'] }), DEFAULT_QUEUES)).toMatchObject({
      queue: 'urgent',
      priority: 80,
    });
    expect(routeOf(routed({ kind: 'campaign' }), DEFAULT_QUEUES).queue).toBe('urgent');
    expect(routeOf(routed({ hazards: ['S2'] }), DEFAULT_QUEUES).queue).toBe('general');
  });
});
