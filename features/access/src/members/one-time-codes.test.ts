import { describe, expect, it } from 'vitest';
import { newOneTimeSecret, stepOfCode } from './one-time-codes.js';

/** Base32 of the secret of RFC 6238, appendix B; its codes cut to six digits. */
const SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

describe('one-time codes', () => {
  it.each([
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_234_567_890, '005924'],
    [20_000_000_000, '353130'],
  ])('at %i are as RFC 6238 says', (seconds, code) => {
    expect(stepOfCode(SECRET, code, seconds * 1_000)).toBe(Math.floor(seconds / 30));
  });

  it('count half a minute before and after, with the step that they are of', () => {
    const at = 1_111_111_109_000;
    const step = Math.floor(at / 30_000);
    for (const shift of [-30_000, 0, 30_000]) expect(stepOfCode(SECRET, '081 804', at + shift)).toBe(step);
    for (const shift of [-60_000, 60_000]) expect(stepOfCode(SECRET, '081804', at + shift)).toBeUndefined();
  });

  it.each(['', '08180', '0818044', '08180a', '081805'])('that read %j are wrong', (code) => {
    expect(stepOfCode(SECRET, code, 1_111_111_109_000)).toBeUndefined();
  });

  it('have a secret of 160 bits, which apps read with its name', () => {
    const { secret, uri } = newOneTimeSecret('Ana & Ben');
    expect(secret).toMatch(/^[A-Z2-7]{32}$/);
    expect(newOneTimeSecret('Ana').secret).not.toBe(secret);
    expect(uri).toContain(`secret=${secret}`);
    expect(uri).toMatch(/^otpauth:\/\/totp\/Tyrian:Ana%20%26%20Ben\?/);
  });
});
