import { CONNECTION_LIMITS } from '@tyrian/gateway';
import { describe, expect, it } from 'vitest';
import { connectionLimits, LimitSettings } from './limits.js';

describe('limits', () => {
  it('are those of the gateway unless set', () => {
    expect(connectionLimits(LimitSettings.parse({}))).toEqual(CONNECTION_LIMITS);
  });

  it('are seconds in the file', () => {
    const set = { connections: 5, headerSeconds: 1, requestSeconds: 2, readSeconds: 3 };
    const wanted = { connections: 5, headersMs: 1_000, requestMs: 2_000, writeMs: 3_000 };
    expect(connectionLimits(LimitSettings.parse(set))).toEqual(wanted);
  });

  it.each([{ connections: 0 }, { headerSeconds: 0 }, { requestSeconds: 99_999 }, { headerSeconds: 40 }, { other: 1 }])(
    'refuses %j',
    (set) => {
      expect(LimitSettings.safeParse(set).success).toBe(false);
    },
  );
});
