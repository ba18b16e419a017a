import type { Access, Members } from '@tyrian/access';
import type { Actor, Keys, Store, TenantId } from '@tyrian/contracts';
import type { Guard, LoadedPolicy } from '@tyrian/guard';
import type { NoticeDesk, Review } from '@tyrian/review';
import type { z } from 'zod';
import type { GuardKeys, GuardUsage } from '../live/guard-models.js';

/** What the operations work on; the server has it, and the command line opens it where no server runs. */
export interface OperatorContext {
  /** Who asks, where it is a member who has signed in; the owner of the data folder otherwise. */
  readonly actor?: Actor | undefined;
  readonly store: Store;
  readonly access: Access;
  readonly members: Members;
  readonly review: Review;
  readonly desk: NoticeDesk;
  readonly keys: Keys;
  /** The policy that the configuration names, for where nothing is activated. */
  readonly configured: () => LoadedPolicy;
  /** Keys of guard models' servers, as this process has them. */
  readonly guardKeys: GuardKeys;
  /** Puts what was activated into force in this process; absent where none serves here. */
  readonly live?:
    | {
        reload(): Promise<void>;
        revision(): number;
        guardFor(tenant: TenantId): Guard;
        /** What this installation does not protect from, in plain words. */
        notProtected(): readonly string[];
      }
    | undefined;
  /** What guard models have been asked in this process; absent where none serves here. */
  readonly guardUsage?: (() => readonly GuardUsage[]) | undefined;
  /** Told now and then how many records have been looked at. */
  readonly onProgress?: ((records: number) => void) | undefined;
}

export function operation<Input extends z.ZodType, Output>(
  input: Input,
  run: (context: OperatorContext, input: z.output<Input>) => Promise<Output>,
) {
  return { input, run };
}
