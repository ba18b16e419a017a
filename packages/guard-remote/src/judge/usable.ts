import { errors } from '@tyrian/contracts';
import type { GuardFamily } from '../families/family.js';
import type { ModelServer } from '../servers/model-server.js';

/** Says at once that a server does not take the calls of a family, rather than at the first question. */
export function refusePlainly(id: string, family: GuardFamily, server: ModelServer): void {
  const [stage] = family.stages;
  if (stage === undefined) throw errors.GUARD_MODEL_INVALID([id, `${family.id} judges neither input nor output`]);
  const role = stage === 'input' ? 'user' : 'assistant';
  const calls = family.ask({ stage, turns: [{ role, text: 'hello' }] });
  for (const call of calls) {
    const why = server.refuses(call);
    if (why !== undefined)
      throw errors.GUARD_MODEL_INVALID([id, `the server does not go with ${family.id}: ${why}`], { param: 'server' });
  }
}
