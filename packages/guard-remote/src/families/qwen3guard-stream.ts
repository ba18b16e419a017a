import { manyScores, oneScore } from '../reading/answer.js';
import { scoresReply } from '../reading/replies.js';
import { coverageOf, hazardsOf } from '../taxonomy/category-table.js';
import { QWEN3GUARD_PROMPT } from '../taxonomy/qwen3guard.js';
import type { GuardFamily, ModelReply, ReadAnswer } from './family.js';
import { isRisk, RISKS, worthOf } from './qwen3guard.js';

/** From here on a risk needs a category, as `unsafe` does in every other family. */
const NAMED_FROM = 0.5;

/**
 * Scores of the last token: `Safe`, `Controversial` and `Unsafe`, which sum to 1, and one for each category that the
 * server gives. The likeliest category has the score of the whole, the others in proportion.
 */
function read(replies: readonly ModelReply[]): ReadAnswer | undefined {
  const scores = Object.entries(scoresReply(replies, 1) ?? {}).map(
    ([name, score]) => [name.toLowerCase(), score] as const,
  );
  const shares = RISKS.map((risk) => scores.find(([name]) => name === risk)?.[1] ?? Number.NaN);
  const sum = shares.reduce((total, share) => total + share, 0);
  if (!(Math.abs(sum - 1) < 0.02)) return undefined;
  const named = scores.filter(([name]) => !isRisk(name) && name !== 'none');
  const hazards = hazardsOf(
    QWEN3GUARD_PROMPT,
    named.map(([name]) => name),
  );
  const score = worthOf(shares);
  const highest = Math.max(0, ...named.map(([, each]) => each));
  if (hazards === undefined || (highest === 0 && score >= NAMED_FROM)) return undefined;
  if (highest === 0) return oneScore(score, [], true);
  const findings = hazards.flatMap((name, index) =>
    name === null ? [] : [{ name, score: (score * (named[index]?.[1] ?? 0)) / highest }],
  );
  return manyScores(findings, true);
}

/**
 * Qwen3Guard-Stream judges token by token, with code of its own that comes with the weights. No server in common use
 * offers that, so it is asked for a whole text through a classifier over HTTP, as the operator wraps it: its point,
 * judging an answer while it is written, is lost, and so are the turns before the last. Prefer `qwen3guard-gen`.
 */
export const qwen3GuardStream: GuardFamily = {
  id: 'qwen3guard-stream',
  version: '1',
  describe: 'Qwen3Guard-Stream (0.6B, 4B, 8B) behind an HTTP classifier of your own: whole texts only.',
  source: 'https://github.com/QwenLM/Qwen3Guard',
  licence: 'Apache-2.0',
  stages: ['input', 'output'],
  modalities: ['text'],
  covers: coverageOf(QWEN3GUARD_PROMPT, 'any'),
  windowCharacters: 12000,
  ask: ({ turns }) => [{ kind: 'classify', text: turns.at(-1)?.text ?? '' }],
  read,
};
