import type { GuardQuestion } from '@tyrian/contracts';
import { oneScore } from '../reading/answer.js';
import { labelShares } from '../reading/label-shares.js';
import { listed, textReplies, withoutThinking } from '../reading/replies.js';
import { type CategoryTable, coverageOf, hazardsOf } from '../taxonomy/category-table.js';
import { QWEN3GUARD_PROMPT, QWEN3GUARD_RESPONSE } from '../taxonomy/qwen3guard.js';
import { neutralise } from '../wrapping/neutralise.js';
import { judgedSide, sidedTurns } from '../wrapping/sides.js';
import type { GuardFamily, ModelReply, ReadAnswer } from './family.js';
import { isRisk, RISKS, WORTH, worthOf } from './qwen3guard.js';
import { QWEN3GUARD_FORMS } from './qwen3guard-prompt.js';

const SIDES = { user: 'USER', assistant: 'ASSISTANT' } as const;
const LABELS = Object.values(SIDES);

function promptOf(question: GuardQuestion): string {
  const { before, after } = QWEN3GUARD_FORMS[judgedSide(question)];
  const turns = sidedTurns(question).map(({ side, text }) => `${SIDES[side]}: ${neutralise(text, LABELS)}`);
  return `${before}${turns.join('\n\n')}${after}`;
}

/** `Name: value` by name; `undefined` where a line is something else or a name stands twice. */
function fieldsOf(text: string): ReadonlyMap<string, string> | undefined {
  const fields = new Map<string, string>();
  for (const line of text.split('\n').filter((each) => each.trim() !== '')) {
    const colon = line.indexOf(':');
    const name = line.slice(0, Math.max(0, colon)).trim().toLowerCase();
    if (!['safety', 'categories', 'refusal'].includes(name) || fields.has(name)) return undefined;
    fields.set(
      name,
      line
        .slice(colon + 1)
        .trim()
        .toLowerCase(),
    );
  }
  return fields;
}

/** Two lines for a prompt, three for a response; categories that only prompts have are none of a response's. */
function read(replies: readonly ModelReply[], question: GuardQuestion): ReadAnswer | undefined {
  const [reply] = textReplies(replies, 1) ?? [];
  const text = reply && withoutThinking(reply.text);
  const fields = text === undefined ? undefined : fieldsOf(text);
  const risk = fields?.get('safety');
  const categories = fields?.get('categories');
  if (reply === undefined || risk === undefined || categories === undefined || !isRisk(risk)) return undefined;
  const isResponse = judgedSide(question) === 'assistant';
  const refusal = fields?.get('refusal');
  if (isResponse ? refusal !== 'yes' && refusal !== 'no' : refusal !== undefined) return undefined;
  const table: CategoryTable = isResponse ? QWEN3GUARD_RESPONSE : QWEN3GUARD_PROMPT;
  const hazards = categories === 'none' ? [] : hazardsOf(table, listed(categories));
  if (hazards === undefined || (hazards.length === 0) !== (risk === 'safe')) return undefined;
  const shares = labelShares(reply.tokens, 'safety:', RISKS, risk);
  return oneScore(shares === undefined ? WORTH[risk] : worthOf(shares), hazards, shares !== undefined);
}

/** Three answers: `Controversial` is worth 0.65. Whether a response refuses is read and not used. */
export const qwen3GuardGen: GuardFamily = {
  id: 'qwen3guard-gen',
  version: '1',
  describe: 'Qwen3Guard-Gen (0.6B, 4B, 8B): nine categories in 119 languages; safe, controversial or unsafe.',
  source: 'https://github.com/QwenLM/Qwen3Guard',
  licence: 'Apache-2.0',
  stages: ['input', 'output'],
  modalities: ['text'],
  covers: coverageOf(QWEN3GUARD_PROMPT, 'any'),
  windowCharacters: 12000,
  ask: (question) => [{ kind: 'completion', prompt: promptOf(question), maxTokens: 96, topLogprobs: 5 }],
  read,
};
