import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type IdKind, newId, SYSTEM_TENANT, TenantId, timeOfId } from './ids.js';

const PREFIXES: Record<IdKind, string> = {
  generation: 'gen',
  verdict: 'vrd',
  record: 'rec',
  evidence: 'evd',
  case: 'cas',
  apiKey: 'key',
  feedback: 'fbk',
  step: 'stp',
  legalHold: 'hld',
  legalRequest: 'req',
  member: 'mem',
  session: 'ses',
  notice: 'ntc',
  appeal: 'apl',
  caseEvent: 'cev',
  batch: 'bat',
  clock: 'clk',
};
const KINDS = Object.keys(PREFIXES) as IdKind[];
const LAST_MS = 32 ** 9 - 1;

describe('newId', () => {
  it.each(KINDS)('tells by its prefix that it names a %s, and needs no escaping in a URL', (kind) => {
    const id = newId(kind);
    expect(id).toMatch(new RegExp(`^${PREFIXES[kind]}_[0-9a-hjkmnp-tv-z]{25}$`));
    expect(encodeURIComponent(id)).toBe(id);
  });

  it('sorts by the time it was made, as text', () => {
    const time = fc.integer({ min: 0, max: LAST_MS });
    fc.assert(
      fc.property(time, time, (a, b) => {
        const [first, second] = [newId('record', a), newId('record', b)];
        if (a !== b) expect(first < second).toBe(a < b);
      }),
    );
  });

  it('sorts by time where a digit is carried over', () => {
    const times = [0, 31, 32, 1023, 1024, 32 ** 8 - 1, 32 ** 8, Date.UTC(2026, 10, 22), Date.UTC(2099, 0, 1), LAST_MS];
    const ids = times.map((at) => newId('case', at));
    expect(ids.toSorted()).toEqual(ids);
  });

  it('writes the time alike for every kind, so that ids of one moment stand together', () => {
    const at = Date.UTC(2026, 10, 22, 21, 0, 0);
    expect(new Set(KINDS.map((kind) => newId(kind, at).slice(4, 13))).size).toBe(1);
  });

  it('takes the present time where none is given', () => {
    const before = newId('verdict', Date.now()).slice(0, 13);
    const made = newId('verdict').slice(0, 13);
    const after = newId('verdict', Date.now()).slice(0, 13);
    expect(before <= made && made <= after).toBe(true);
  });

  it('is never the same twice, also within one millisecond and over many blocks of randomness', () => {
    const ids = Array.from({ length: 5_000 }, () => newId('generation', 1));
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('draws every character about equally often at every position', () => {
    const made = 6_400;
    const counts = Array.from({ length: 16 }, () => new Map<string, number>());
    for (let i = 0; i < made; i++) {
      [...newId('record', 1).slice(13)].forEach((character, position) => {
        const at = counts[position];
        at?.set(character, (at.get(character) ?? 0) + 1);
      });
    }
    for (const at of counts) {
      expect(at.size).toBe(32);
      // 200 expected each, standard deviation 14: seven of them are out of reach of chance.
      for (const count of at.values()) expect(Math.abs(count - made / 32)).toBeLessThan(100);
    }
  });
});

describe('timeOfId', () => {
  it('reads back when an id was made', () => {
    fc.assert(
      fc.property(fc.constantFrom(...KINDS), fc.integer({ min: 0, max: LAST_MS }), (kind, at) => {
        expect(timeOfId(kind, newId(kind, at))).toBe(at);
      }),
    );
  });

  it('knows nothing of what is no id of that kind', () => {
    const id = newId('verdict', 1);
    for (const other of ['', 'vrd_', id.slice(0, -1), `${id}0`, id.replace('vrd', 'rec'), `${id.slice(0, -1)}i`])
      expect(timeOfId('verdict', other)).toBeUndefined();
  });
});

describe('TenantId', () => {
  it('takes what a person would call a tenant, and refuses none and too much', () => {
    expect(TenantId.parse('default')).toBe('default');
    expect(TenantId.parse('x'.repeat(64))).toHaveLength(64);
    for (const refused of ['', 'x'.repeat(65), 7, null]) expect(TenantId.safeParse(refused).success).toBe(false);
  });

  it('has one for the installation itself', () => {
    expect(TenantId.safeParse(SYSTEM_TENANT).success).toBe(true);
  });
});
