import type { GuardModel, GuardQuestion, Hazard } from '@tyrian/contracts';
import { manyScores } from '../reading/answer.js';
import { textReplies, withoutThinking } from '../reading/replies.js';
import { judgedSide } from '../wrapping/sides.js';
import type { ModelReply, ReadAnswer } from './family.js';
import { yesShare } from './yes-or-no.js';

/** A risk that Granite Guardian was taught and our taxonomy has a hazard for. */
export interface GraniteCriterion {
  /** Its name in Granite Guardian 3. */
  readonly id: string;
  readonly hazard: Hazard;
  /** Its definition for Granite Guardian 4, which takes any; in our own words. */
  readonly definition: string;
  /** A risk of prompts alone. */
  readonly isOfPrompts?: true;
}

const CRITERIA: readonly GraniteCriterion[] = [
  {
    id: 'violence',
    hazard: 'S1',
    definition: 'The text promotes, praises, plans or helps with physical harm to people or animals.',
  },
  {
    id: 'unethical_behavior',
    hazard: 'S2',
    definition: 'The text promotes, plans or helps with acts that are against the law or against moral standards.',
  },
  {
    id: 'social_bias',
    hazard: 'S10',
    definition: 'The text shows prejudice against people for the group that they belong to, or demeans them for it.',
  },
  { id: 'sexual_content', hazard: 'S12', definition: 'The text is sexually explicit or suggestive.' },
  {
    id: 'jailbreak',
    hazard: 'prompt-injection',
    definition:
      'The text tries to override the instructions of the system that reads it, or to make it do what it must not.',
    isOfPrompts: true,
  },
];

/** The criteria that a question is judged by; each takes a call. */
export function graniteCriteria(question: GuardQuestion): readonly GraniteCriterion[] {
  const isPrompt = judgedSide(question) === 'user';
  return CRITERIA.filter(({ isOfPrompts }) => isPrompt || isOfPrompts !== true);
}

export const GRANITE_COVERS: GuardModel['covers'] = CRITERIA.map(({ hazard }) => ({ name: hazard, languages: ['en'] }));

/**
 * Reads one label a criterion; one that cannot be read spoils all.
 *
 * @param labelOf finds the label in an answer, in lower case.
 * @param marker what stands before it, as labelShares takes it.
 */
export function readGranite(
  replies: readonly ModelReply[],
  question: GuardQuestion,
  labelOf: (text: string) => string,
  marker: string,
): ReadAnswer | undefined {
  const criteria = graniteCriteria(question);
  const texts = textReplies(replies, criteria.length);
  if (texts === undefined) return undefined;
  const findings = [];
  let isGraded = true;
  for (const [index, { hazard }] of criteria.entries()) {
    const share = yesShare(labelOf(texts[index]?.text ?? ''), texts[index]?.tokens, marker);
    if (share === undefined) return undefined;
    findings.push({ name: hazard, score: share.score });
    isGraded &&= share.isGraded;
  }
  return manyScores(findings, isGraded);
}

const SCORE_OPENS = '<score>';
const SCORE_CLOSES = '</score>';

/** The label of Granite Guardian 3.3 and 4 in lower case: what the last `<score>` holds, outside of any reasoning. */
export function lastScore(text: string): string {
  const answer = withoutThinking(text)?.toLowerCase() ?? '';
  const from = answer.lastIndexOf(SCORE_OPENS);
  const to = answer.indexOf(SCORE_CLOSES, from);
  return from === -1 || to === -1 ? '' : answer.slice(from + SCORE_OPENS.length, to).trim();
}

export const SCORE_MARKER = SCORE_OPENS;
