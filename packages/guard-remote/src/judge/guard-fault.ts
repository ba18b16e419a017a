import { errors, type TyrianError } from '@tyrian/contracts';
import type { ModelServerError } from '../servers/model-server-error.js';

/** What a fault of a server means for the guard. */
export function asGuardFault(id: string, fault: ModelServerError): TyrianError {
  const make = {
    unreachable: errors.GUARD_MODEL_UNREACHABLE,
    busy: errors.GUARD_MODEL_BUSY,
    refused: errors.GUARD_MODEL_ANSWER,
    answer: errors.GUARD_MODEL_ANSWER,
  }[fault.fault];
  return make([id, fault.detail], { cause: fault });
}
