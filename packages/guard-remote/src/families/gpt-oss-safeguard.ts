import type { ChatCall, GuardFamily } from './family.js';
import { type JudgeOptions, judgeCovers, judgeMessages, judgePolicy, readJudgement } from './json-judge.js';

const ID = 'gpt-oss-safeguard';

/**
 * gpt-oss-safeguard judges by a policy that it is given and answers as the policy says; ours asks for one JSON object.
 * It reasons first, so the probability of its verdict says little and is not asked for. The server must speak its
 * harmony format and keep the reasoning out of the answer, as those do that run it by its chat template.
 *
 * @throws GUARD_MODEL_INVALID where the policy is empty or too long.
 */
export function gptOssSafeguardBy(
  options: JudgeOptions & { readonly reasoningEffort?: NonNullable<ChatCall['reasoningEffort']> },
): GuardFamily {
  const { policy, version } = judgePolicy(ID, options);
  return {
    id: ID,
    version,
    describe: 'gpt-oss-safeguard (20B, 120B): judges by a policy, ours or your own, and reasons first.',
    source: 'https://cookbook.openai.com/articles/gpt-oss-safeguard-guide',
    licence: 'Apache-2.0',
    stages: ['input', 'output'],
    modalities: ['text'],
    covers: judgeCovers(['en']),
    windowCharacters: 12000,
    ask: (question) => [
      {
        kind: 'chat',
        messages: judgeMessages(policy, question),
        reasoningEffort: options.reasoningEffort ?? 'low',
        maxTokens: 2048,
        topLogprobs: 0,
      },
    ],
    read: readJudgement,
  };
}

export const gptOssSafeguard: GuardFamily = gptOssSafeguardBy({});
