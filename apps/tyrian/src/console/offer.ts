import type { Capability } from '@tyrian/contracts';
import type { z } from 'zod';
import type { OperationName, OperationOutput } from '../operator/operations.js';

/** What the console may ask for: an operation, who may, and the schema of its answer. */
export interface Offer<Name extends OperationName> {
  readonly capability: Capability;
  /** One line for the OpenAPI. */
  readonly summary: string;
  /** Dangerous: takes a password or code that was given a short while ago. */
  readonly confirmed?: true;
  readonly output: z.ZodType<OperationOutput<Name>>;
}

export type Offers = { readonly [Name in OperationName]?: Offer<Name> };
