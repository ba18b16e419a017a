import { readFileSync } from 'node:fs';
import { Jurisdiction, NoticeKind } from '@tyrian/contracts';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { clocksFor, Duties } from './duties.js';

const HOUR = 3_600_000;
const file = parse(readFileSync(new URL('../../data/clocks.yaml', import.meta.url), 'utf8'));
const duties = Duties.parse(file);

describe('the shipped duties', () => {
  it('give every notice and every appeal a clock, wherever it comes from', () => {
    for (const jurisdiction of Jurisdiction.options) {
      expect(clocksFor(duties, { matter: 'appeal', jurisdiction }, 0)).not.toEqual([]);
      for (const kind of NoticeKind.options)
        expect(clocksFor(duties, { matter: 'notice', kind, jurisdiction }, 0)).not.toEqual([]);
    }
  });

  it('are refused where one kind of notice would wait for ever', () => {
    const without = { ...file, duties: file.duties.filter(({ id }: { id: string }) => id !== 'us-take-it-down') };
    expect(Duties.safeParse(without).error?.issues).toMatchObject([{ message: 'no clock in us for intimate-image' }]);
    expect(Duties.safeParse({ ...file, duties: [...file.duties, file.duties[0]] }).success).toBe(false);
  });

  it('give 48 hours for an intimate image in the United States, as the law says, with warnings at 24 and 38.4', () => {
    const at = Date.UTC(2026, 2, 28, 23, 30);
    expect(clocksFor(duties, { matter: 'notice', kind: 'intimate-image', jurisdiction: 'us' }, at)).toMatchObject([
      { duty: 'us-take-it-down', dueAt: at + 48 * HOUR, warnAt: [at + 24 * HOUR, at + 38.4 * HOUR] },
    ]);
    expect(duties.find(({ id }) => id === 'us-take-it-down')).toMatchObject({ isOurs: false });
  });

  it('call a time ours where there is no law with a source', () => {
    for (const { source, isOurs } of duties) if (source === null) expect(isOurs).toBe(true);
  });
});
