import { errors } from '@tyrian/contracts';
import { describe, expect, it } from 'vitest';
import { asDatabaseFailure, isDuplicate, isUnavailable, sqlState } from './failures.js';

const withCode = (code: string) => Object.assign(new Error('x'), { code });

describe('asDatabaseFailure', () => {
  it('leaves alone what the database itself refused', () => {
    for (const code of ['23505', '42P01', '40001', '22021']) {
      const error = withCode(code);
      expect(asDatabaseFailure(error)).toBe(error);
      expect(sqlState(error)).toBe(code);
    }
    expect(isDuplicate(withCode('23505'))).toBe(true);
  });

  it('takes all else for a database that cannot be reached', () => {
    const lost = [
      withCode('ECONNRESET'),
      withCode('57P01'),
      withCode('08006'),
      withCode('53300'),
      new Error('Query read timeout'),
      'odd',
    ];
    for (const error of lost) {
      const failure = asDatabaseFailure(error);
      expect(isUnavailable(failure)).toBe(true);
      expect(failure).toHaveProperty('cause', error);
    }
  });

  it('leaves errors of the catalogue as they are', () => {
    const error = errors.CASE_CLOSED(['cas_1', 'decided']);
    expect(asDatabaseFailure(error)).toBe(error);
    expect(isUnavailable(error)).toBe(false);
  });
});
