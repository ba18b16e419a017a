import { describe, expect, it } from 'vitest';
import { AUDIENCES, type Audience, stricterAudience } from './audience.js';

describe('stricterAudience', () => {
  it.each<[Audience, Audience, Audience]>([
    ['child', 'child', 'child'],
    ['child', 'teen', 'child'],
    ['child', 'unknown', 'child'],
    ['child', 'adult', 'child'],
    ['teen', 'child', 'child'],
    ['teen', 'teen', 'teen'],
    ['teen', 'adult', 'teen'],
    ['unknown', 'child', 'child'],
    ['unknown', 'unknown', 'unknown'],
    ['unknown', 'adult', 'unknown'],
    ['adult', 'child', 'child'],
    ['adult', 'teen', 'teen'],
    ['adult', 'unknown', 'unknown'],
    ['adult', 'adult', 'adult'],
  ])('of %s and %s is %s', (a, b, stricter) => {
    expect(stricterAudience(a, b)).toBe(stricter);
  });

  it('keeps what the key says where a client claims something just as strict', () => {
    expect(stricterAudience('teen', 'unknown')).toBe('teen');
    expect(stricterAudience('unknown', 'teen')).toBe('unknown');
  });

  it('lets no claim loosen what went before, in whatever order claims come', () => {
    const protectedAs = (audience: Audience) => stricterAudience(audience, 'adult') !== 'adult';
    for (const a of AUDIENCES)
      for (const b of AUDIENCES)
        for (const c of AUDIENCES) {
          const joined = stricterAudience(stricterAudience(a, b), c);
          expect(joined).toBe(stricterAudience(a, stricterAudience(b, c)));
          expect(protectedAs(joined)).toBe([a, b, c].some(protectedAs));
          if ([a, b, c].includes('child')) expect(joined).toBe('child');
        }
  });
});
