import type { GuardQuestion } from '@tyrian/contracts';
import { manyScores } from '../reading/answer.js';
import { scoresReply } from '../reading/replies.js';
import { type CategoryTable, coverageOf } from '../taxonomy/category-table.js';
import { AZURE_CONTENT_SAFETY, OPENAI_MODERATION } from '../taxonomy/moderation-services.js';
import type { ClassifyCall, GuardFamily, ModelReply, ReadAnswer } from './family.js';

/** The last turn alone: moderation services know no conversation. */
function lastTurn({ turns }: GuardQuestion): readonly [ClassifyCall] {
  const { text = '', media } = turns.at(-1) ?? {};
  return [{ kind: 'classify', text, ...(media === undefined ? {} : { image: media }) }];
}

/** A score for every category of the table and for no other; a new category must be mapped before it is trusted. */
function readScores(
  table: CategoryTable,
  highest: number,
  isGraded: boolean,
  replies: readonly ModelReply[],
): ReadAnswer | undefined {
  const scores = scoresReply(replies, highest);
  if (scores === undefined || Object.keys(scores).length !== Object.keys(table).length) return undefined;
  const findings = [];
  for (const [category, name] of Object.entries(table)) {
    const score = scores[category];
    if (score === undefined) return undefined;
    if (name !== null) findings.push({ name, score: score / highest });
  }
  return manyScores(findings, isGraded);
}

/** Hosted; of pictures it scores violence, self-harm and sexual content alone, and gives 0 for the rest. */
export const openaiModeration: GuardFamily = {
  id: 'openai-moderation',
  version: '1',
  describe: 'The moderation endpoint of OpenAI (omni-moderation), hosted: thirteen categories, texts and pictures.',
  source: 'https://platform.openai.com/docs/guides/moderation',
  licence: 'hosted service, no weights',
  stages: ['input', 'output'],
  modalities: ['text', 'image'],
  covers: coverageOf(OPENAI_MODERATION, 'any'),
  windowCharacters: 20000,
  ask: lastTurn,
  read: (replies) => readScores(OPENAI_MODERATION, 1, true, replies),
};

/** The severities 0 to 7 of a text, as a share of 7: an order of severity, no probability. Pictures go elsewhere. */
export const azureContentSafety: GuardFamily = {
  id: 'azure-content-safety',
  version: '1',
  describe: 'Azure AI Content Safety, hosted: severities of hate, self-harm, sexual content and violence.',
  source: 'https://learn.microsoft.com/azure/ai-services/content-safety/concepts/harm-categories',
  licence: 'hosted service, no weights',
  stages: ['input', 'output'],
  modalities: ['text'],
  covers: coverageOf(AZURE_CONTENT_SAFETY, ['zh', 'en', 'fr', 'de', 'es', 'it', 'ja', 'pt']),
  windowCharacters: 10000,
  ask: ({ turns }) => [{ kind: 'classify', text: turns.at(-1)?.text ?? '' }],
  read: (replies) => readScores(AZURE_CONTENT_SAFETY, 7, false, replies),
};
