import type { ScannedRecord } from '@tyrian/contracts';
import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely';
import type { Tables } from '../database/tables.js';
import { verdictIn } from '../legal/cover.js';

/**
 * Evidence that was sealed with some records of a person and is theirs. What was sealed of a judgement goes with the record of
 * the judgement alone: an opinion about it has no part in that, only in the text that came with the opinion itself.
 */
export function sealedWith(
  eb: ExpressionBuilder<Tables, 'evidence'>,
  names: readonly string[],
  records: readonly ScannedRecord[],
): Expression<SqlBool> {
  const verdicts = ownVerdicts(records);
  const ids = records.flatMap(({ type, payload }) =>
    type === 'feedback.given' ? (/"evidence":"(evd_[a-z0-9]+)"/.exec(payload ?? '')?.[1] ?? []) : [],
  );
  const isTheirs = eb('subject', 'in', [...names]);
  return eb.or([
    sql<SqlBool>`false`,
    ...(ids.length > 0 ? [eb.and([isTheirs, eb('id', 'in', ids)])] : []),
    ...(verdicts.length > 0
      ? [
          eb.and([
            eb('kind', '<>', 'feedback'),
            eb('verdict', 'in', verdicts),
            // Sealed before it said whose it is: then it is of whoever was judged.
            eb.or([isTheirs, eb('subject', 'is', null)]),
          ]),
        ]
      : []),
  ]);
}

/** Verdicts on what the person did themselves. */
export function ownVerdicts(records: readonly ScannedRecord[]): string[] {
  return [
    ...new Set(
      records.flatMap(({ type, payload }) => (type.startsWith('generation.') ? (verdictIn(payload) ?? []) : [])),
    ),
  ];
}
