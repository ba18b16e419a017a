import { type Activation, errors, type NewActivation, TenantId } from '@tyrian/contracts';
import { z } from 'zod';
import type { OperatorContext } from './operation.js';

/** Whom a change is for, who makes it, and why. */
export const Attribution = {
  tenant: TenantId.nullable().default(null),
  by: z.string().min(1).max(100),
  note: z.string().max(2_000).nullable().default(null),
};

/** Makes a change and has it in force in this process by the time it answers. */
export async function activate({ store, live }: OperatorContext, change: NewActivation): Promise<Activation> {
  const activation = await store.activations.activate(change);
  await live?.reload().catch((cause: unknown) => {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw errors.ACTIVATION_INVALID(
      [`it is activated as revision ${activation.revision}, but cannot be loaded: ${why}`],
      {
        cause,
      },
    );
  });
  return activation;
}
