import type { GuardQuestion } from '@tyrian/contracts';
import { neutralise } from '../wrapping/neutralise.js';
import { lastExchange } from '../wrapping/sides.js';
import type { ChatCall, GuardFamily } from './family.js';
import { GRANITE_COVERS, graniteCriteria, readGranite } from './granite-criteria.js';

const LABELS = ['User Message', 'Assistant Message', 'Assistant Response', 'Context'];

/** The last message and what it answers: the chat template of Granite Guardian 3 takes no more. */
export function graniteExchange(question: GuardQuestion): ChatCall['messages'] {
  const { asked, answered } = lastExchange(question);
  const message = (role: 'user' | 'assistant', text: string) => ({ role, text: neutralise(text, LABELS) });
  return answered === undefined ? [message('user', asked)] : [message('user', asked), message('assistant', answered)];
}

/** `Yes` or `No`; 3.2 adds a line of its confidence, which is no probability and is not used. */
function firstWord(text: string): string {
  return (
    text
      .trim()
      .toLowerCase()
      .split(/[^a-z]/)[0] ?? ''
  );
}

/**
 * Granite Guardian 3.0 to 3.2. The risk is chosen by an argument of the chat template, so the server must take
 * `chat_template_kwargs`; one that leaves it out would judge another risk than was asked.
 */
export const graniteGuardian3: GuardFamily = {
  id: 'granite-guardian-3',
  version: '1',
  describe: 'Granite Guardian 3.0 to 3.2: five risks, one call each, English.',
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
      templateArguments: { guardian_config: { risk_name: id } },
      maxTokens: 20,
      topLogprobs: 5,
    })),
  read: (replies, question) => readGranite(replies, question, firstWord, ''),
};
