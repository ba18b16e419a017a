import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely';
import type { Tables } from '../database/tables.js';

/** Evidence for which no clock runs: what a notice or an appeal says, and is about, stays until it has an outcome. */
export function isNotAwaited(eb: ExpressionBuilder<Tables, 'evidence'>): Expression<SqlBool> {
  const running = (column: 'clocks.about' | 'clocks.verdict') =>
    eb.exists(
      eb
        .selectFrom('clocks')
        .select(sql`1`.as('one'))
        .where('clocks.stopped_at', 'is', null)
        .whereRef(column, '=', 'evidence.verdict'),
    );
  return eb.not(eb.or([running('clocks.about'), running('clocks.verdict')]));
}
