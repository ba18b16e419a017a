import { hash as argon2 } from '@node-rs/argon2';
import { describe, expect, it } from 'vitest';
import { createPasswords } from './passwords.js';

const GOOD = 'otters bake bread';

describe('passwords', () => {
  const passwords = createPasswords();

  it('are kept as Argon2id of today’s cost, and are right alone', async () => {
    const hash = await passwords.hash(GOOD, 'ana');
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await passwords.hash(GOOD, 'ana')).not.toBe(hash);
    expect(await passwords.verify(hash, GOOD)).toBe(true);
    expect(await passwords.verify(hash, `${GOOD} `)).toBe(false);
    expect(await passwords.verify(null, GOOD)).toBe(false);
    expect(await passwords.verify(null, 'nobody has this')).toBe(false);
  });

  it('are the same however an accent is typed', async () => {
    const hash = await passwords.hash('caf\u00e9 at the river', 'ana');
    expect(await passwords.verify(hash, 'cafe\u0301 at the river')).toBe(true);
  });

  it('get a new hash where the old one was cheaper', async () => {
    const weak = await argon2(GOOD, { memoryCost: 4_096, timeCost: 1, parallelism: 1 });
    const renewed = await passwords.renew(weak, GOOD);
    expect(renewed).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await passwords.verify(renewed ?? null, GOOD)).toBe(true);
    expect(await passwords.renew(renewed ?? '', GOOD)).toBeUndefined();
  });

  it.each([
    ['short', 'elevenchars'],
    ['short in characters', '\u{1f41f}\u{1f419}\u{1f980}\u{1f990}\u{1f41a}\u{1f421}'],
    ['common', 'Password1234'],
    ['common', 'correct horse battery staple'],
    ['a run', '123456789012'],
    ['a run down', 'lkjihgfedcba'],
    ['one character', 'aaaaaaaaaaaaaa'],
    ['few characters', 'abababababab'],
    ['the name', 'Anastasia-Fish'],
    ['the name with a number', 'anastasia-fish1'],
    ['the name twice', 'anastasia-fishANASTASIA-FISH'],
  ])('that are %s are refused: %s', async (_what, password) => {
    await expect(passwords.hash(password, 'Anastasia-Fish')).rejects.toMatchObject({ code: 'PASSWORD_WEAK' });
  });

  it('may hold a short name, or a space', async () => {
    expect(await passwords.hash('a bat at the banana stand', 'a')).toMatch(/^\$argon2id/);
  });

  it('are looked at few at a time, and too many at once are told to come again', async () => {
    const hash = await passwords.hash(GOOD, 'ana');
    const asked = await Promise.allSettled(Array.from({ length: 60 }, () => passwords.verify(hash, GOOD)));
    const refused = asked.filter(({ status }) => status === 'rejected');
    expect(refused.length).toBeGreaterThan(0);
    expect(refused.length).toBeLessThan(60 - 2);
    for (const outcome of asked)
      if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'OVERLOADED', retryAfter: 2 });
      else expect(outcome.value).toBe(true);
    expect(await passwords.verify(hash, GOOD)).toBe(true);
  });
});
