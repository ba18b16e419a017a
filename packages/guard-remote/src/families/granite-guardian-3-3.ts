import type { GuardFamily } from './family.js';
import { GRANITE_COVERS, graniteCriteria, lastScore, readGranite, SCORE_MARKER } from './granite-criteria.js';
import { graniteExchange } from './granite-guardian-3.js';

/** Granite Guardian 3.3: as 3.0, but the argument has another name and the answer stands in `<score>`. */
export const graniteGuardian33: GuardFamily = {
  id: 'granite-guardian-3.3',
  version: '1',
  describe: 'Granite Guardian 3.3 (8B), without reasoning: five risks, one call each, English.',
  source: 'https://github.com/ibm-granite/granite-guardian',
  licence: 'Apache-2.0',
  stages: ['input', 'output'],
  modalities: ['text'],
  covers: GRANITE_COVERS,
  windowCharacters: 6000,
  ask: (question) =>
    graniteCriteria(question).map(({ id }) => ({
      kind: 'chat',
      messages: graniteExchange(question),
      templateArguments: { guardian_config: { criteria_id: id }, think: false },
      maxTokens: 32,
      topLogprobs: 5,
    })),
  read: (replies, question) => readGranite(replies, question, lastScore, SCORE_MARKER),
};
