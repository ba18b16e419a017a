import { Checkpoint, errors, newId, ROTATED_PURPOSES, SYSTEM_TENANT } from '@tyrian/contracts';
import { z } from 'zod';
import { BACKUP_OPERATIONS } from './backup-operations.js';
import { CASE_OPERATIONS } from './case-operations.js';
import { DISCLOSURE_OPERATIONS } from './disclosure-operations.js';
import { GUARD_OPERATIONS } from './guard-operations.js';
import { KEY_OPERATIONS } from './key-operations.js';
import { LEARN_OPERATIONS } from './learn-operations.js';
import { MEMBER_OPERATIONS } from './member-operations.js';
import { NOTICE_OPERATIONS } from './notice-operations.js';
import { type OperatorContext, operation } from './operation.js';
import { OUTWARD_OPERATIONS } from './outward-operations.js';
import { OVERVIEW_OPERATIONS } from './overview-operations.js';
import { PERSON_OPERATIONS } from './person-operations.js';
import { POLICY_OPERATIONS } from './policy-operations.js';
import { RECORD_OPERATIONS } from './record-operations.js';
import { REQUEST_OPERATIONS } from './request-operations.js';
import { TRY_OPERATIONS } from './try-operations.js';

/** Everything an operator can ask of a store, by name. The socket and the command line serve exactly this table. */
const OPERATIONS = {
  ...POLICY_OPERATIONS,
  ...GUARD_OPERATIONS,
  ...LEARN_OPERATIONS,
  ...BACKUP_OPERATIONS,
  ...CASE_OPERATIONS,
  ...KEY_OPERATIONS,
  ...MEMBER_OPERATIONS,
  ...NOTICE_OPERATIONS,
  ...OUTWARD_OPERATIONS,
  ...PERSON_OPERATIONS,
  ...REQUEST_OPERATIONS,
  ...DISCLOSURE_OPERATIONS,
  ...OVERVIEW_OPERATIONS,
  ...RECORD_OPERATIONS,
  ...TRY_OPERATIONS,
  'key.rotate': operation(z.object({ purpose: z.enum(ROTATED_PURPOSES) }), async ({ keys, store }, { purpose }) => {
    const { id, createdAt: at } = await keys.rotate(purpose);
    const payload = { purpose, key: id };
    await store.matchKeys();
    await store.records.append({
      records: [{ id: newId('record', at), type: 'secret.rotated', at, tenant: SYSTEM_TENANT, payload }],
    });
    return { id, createdAt: at };
  }),
  'audit.verify': operation(z.object({ witness: Checkpoint.optional() }), ({ store }, { witness }) =>
    store.audit.verify(witness),
  ),
  'audit.export': operation(z.object({}), async ({ store }) => {
    const checkpoint = (await store.audit.checkpoint()) ?? (await store.audit.latest());
    if (!checkpoint) throw errors.NOT_FOUND(['record yet, so there is nothing to sign']);
    return checkpoint;
  }),
} as const;

type Operations = typeof OPERATIONS;
export type OperationName = keyof Operations;
export type OperationInput<Name extends OperationName> = z.input<Operations[Name]['input']>;
export type OperationOutput<Name extends OperationName> = Awaited<ReturnType<Operations[Name]['run']>>;

/** Asks for an operation, here or of the running server. */
export type Operator = <Name extends OperationName>(
  name: Name,
  input: OperationInput<Name>,
) => Promise<OperationOutput<Name>>;

/** Serves the operations from what is open in this process. Throws INVALID_INPUT or what the operation throws. */
export function createOperator(context: OperatorContext): Operator {
  return async (name, input) => {
    const { input: schema, run } = OPERATIONS[name];
    const parsed = schema.safeParse(input);
    if (!parsed.success) throw errors.INVALID_INPUT([z.prettifyError(parsed.error)]);
    // The table pairs each schema with its own `run`; TypeScript cannot follow that through a union.
    return (run as (context: OperatorContext, input: unknown) => Promise<never>)(context, parsed.data);
  };
}

/** What an operation is asked with. */
export function inputOf(name: OperationName): z.ZodType {
  return OPERATIONS[name].input;
}

export function isOperationName(name: string): name is OperationName {
  return Object.hasOwn(OPERATIONS, name);
}
