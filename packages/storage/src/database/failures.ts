import { errors, TyrianError } from '@tyrian/contracts';

const SQLSTATE = /^[0-9A-Z]{5}$/;
/** Connection exceptions, shutdown by the operator, too many connections: the statement itself was not at fault. */
const NOT_THE_STATEMENT = /^(08|57P|53300|25006)/;

/** The SQLSTATE of an error that the database itself reported. */
export function sqlState(error: unknown): string | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' && SQLSTATE.test(code) ? code : undefined;
}

/** What a driver threw: the database's own refusal stays as it is, all else means that it cannot be reached. */
export function asDatabaseFailure(error: unknown): unknown {
  if (error instanceof TyrianError) return error;
  const state = sqlState(error);
  if (state && !NOT_THE_STATEMENT.test(state)) return error;
  const detail = error instanceof Error ? error.message || error.name : String(error);
  return errors.DATABASE_UNAVAILABLE([detail], { cause: error });
}

export function isUnavailable(error: unknown): boolean {
  return error instanceof TyrianError && error.code === errors.DATABASE_UNAVAILABLE.definition.code;
}

/** True if the error says that a row breaks a unique constraint. */
export function isDuplicate(error: unknown): boolean {
  return sqlState(error) === '23505';
}
