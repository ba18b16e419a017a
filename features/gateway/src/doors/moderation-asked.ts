import { isObject } from '../fields/field.js';

/** The `moderation` parameter of a request: the client wants scores, or more refused than the policy would. */
export interface ModerationAsked {
  /** As the client named it; the guard that is in force answers, whatever its name. */
  readonly model: string;
  readonly blocks: { readonly input: boolean; readonly output: boolean };
}

/** Reads the parameter once its table has checked it. */
export function moderationAsked(parameter: unknown): ModerationAsked | undefined {
  if (!isObject(parameter) || typeof parameter.model !== 'string') return undefined;
  const policy = isObject(parameter.policy) ? parameter.policy : {};
  const isBlocked = (side: unknown) => isObject(side) && side.mode === 'block';
  return { model: parameter.model, blocks: { input: isBlocked(policy.input), output: isBlocked(policy.output) } };
}
