import type { GuardFamily } from './family.js';
import { type JudgeOptions, judgeCovers, judgeMessages, judgePolicy, readJudgement } from './json-judge.js';

const ID = 'policy-judge';

/**
 * Any chat model as a judge. How well it judges, and in which languages, depends on the model: it was not made for it,
 * and its accuracy is for the operator to measure.
 *
 * @throws GUARD_MODEL_INVALID where the policy is empty or too long.
 */
export function policyJudgeBy(options: JudgeOptions): GuardFamily {
  const { policy, version } = judgePolicy(ID, options);
  return {
    id: ID,
    version,
    describe: 'Any chat model that judges by a policy, ours or your own; not made for it, so measure it first.',
    source: 'docs/reference/guard-models.md',
    licence: 'that of the model you choose',
    stages: ['input', 'output'],
    modalities: ['text'],
    covers: judgeCovers('any'),
    windowCharacters: 6000,
    ask: (question) => [{ kind: 'chat', messages: judgeMessages(policy, question), maxTokens: 1024, topLogprobs: 5 }],
    read: readJudgement,
  };
}

export const policyJudge: GuardFamily = policyJudgeBy({});
