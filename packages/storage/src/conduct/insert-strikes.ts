import type { Strike } from '@tyrian/contracts';
import { type RawBuilder, sql } from 'kysely';

/** Rows for `storeBatch`: they hang on the move of the head like all else. A verdict strikes once. */
export function insertStrikes(strikes: readonly Strike[]): RawBuilder<unknown> {
  const rows = strikes.map(
    ({ verdict, generation, tenant, at, decision, weight, isSilent, rule, key, account, address, range, likeness }) =>
      sql`(${verdict}::text, ${generation}::text, ${tenant}::text, ${at}::bigint, ${decision}::text, ${weight}::int,
        ${isSilent}::boolean, ${rule}::text, ${key}::text, ${account?.value ?? null}::text,
        ${account?.keyId ?? null}::text, ${account?.before ?? null}::text, ${address?.value ?? null}::text,
        ${address?.keyId ?? null}::text, ${address?.before ?? null}::text, ${range}::text, ${likeness}::text)`,
  );
  return sql`
    insert into strikes (verdict, generation, tenant, at, decision, weight, is_silent, rule, key, account, account_key,
      account_before, address, address_key, address_before, range, likeness)
    select item.* from head, (values ${sql.join(rows)}) as item
    on conflict (verdict) do nothing`;
}
