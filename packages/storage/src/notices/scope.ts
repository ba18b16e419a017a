import type { MatterScope } from '@tyrian/contracts';
import type { Expression, ExpressionBuilder, SqlBool } from 'kysely';
import type { Tables } from '../database/tables.js';

/** Of notices or appeals those that somebody may see; what they may not is not there for them. */
export function inScope<Table extends 'notices' | 'appeals'>({
  tenant,
  childSafety,
}: MatterScope): (eb: ExpressionBuilder<Tables, Table>) => Expression<SqlBool> {
  return (builder) => {
    // The columns are the same in both tables.
    const eb = builder as unknown as ExpressionBuilder<Tables, 'notices'>;
    return eb.and([
      ...(tenant === null ? [] : [eb('tenant', '=', tenant)]),
      ...(childSafety ? [] : [eb('child_safety', '=', false)]),
    ]);
  };
}
