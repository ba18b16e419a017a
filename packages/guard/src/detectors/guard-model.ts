import { createHmac, randomBytes } from 'node:crypto';
import type { Content, GuardAnswer, GuardModel, GuardQuestion, GuardTurn, Role } from '@tyrian/contracts';
import { type AskedWhen, type Detector, defineDetector, type Observation } from '../detector.js';

export interface GuardModelDetectorOptions {
  readonly asked?: AskedWhen;
  readonly optional?: boolean;
  /** Whose turns are judged; those of others are read as context. */
  readonly roles?: readonly Role[];
}

/** What an operator or a developer writes is context; what people, models and tools say is judged. */
const JUDGED_ROLES: readonly Role[] = ['user', 'assistant', 'tool', 'document'];
/** So many turns from the end are judged; a client cannot make one request cost hundreds of calls. */
const LAST_TURNS = 16;
/** Answers that are kept: the turns of a conversation come again with each request. */
const ANSWERS_MAX = 2_000;

/**
 * A guard model as a detector: each of the last turns is judged with those before it as context, and its answers are kept
 * in memory by a keyed hash of what was asked.
 *
 * @example
 * createPolicyGuard({ policy, detectors: [...detectors, guardModel(createGuardModel({ ... }))] });
 */
export function guardModel(model: GuardModel, options: GuardModelDetectorOptions = {}): Detector {
  const { roles = JUDGED_ROLES, ...when } = options;
  const kept = new KeptAnswers();
  return defineDetector({
    id: model.id,
    version: model.version,
    accepts: { modalities: model.modalities, stages: model.stages },
    cost: 'remote',
    reach: 'unbounded',
    covers: model.covers.map(({ name, languages }) => ({ kind: 'hazard', name, languages })),
    ...when,
    async run(content, { stage, contents, earlier = [] }, abort) {
      const all = [...earlier, ...contents];
      // What comes behind it is not known to somebody who reads it.
      const at = all.findIndex((one) => one.place === content.place && one.stage === content.stage);
      const isRecent = at >= all.length - LAST_TURNS;
      const turns = all.slice(0, at + 1).flatMap((one) => turnOf(one, model.modalities));
      const media = content.modality === 'text' ? undefined : turns.at(-1)?.media;
      if (content.modality !== 'text' && media === undefined) return { signals: [], gap: 'modality' };
      if (content.modality === 'text' && content.text.trim() === '') return { signals: [] };
      if (!roles.includes(content.role) || !isRecent) return { signals: [], gap: 'unasked' };
      const answer = await kept.answerTo({ stage, turns }, (question) => model.judge(question, { signal: abort }));
      return observationOf(answer, content.modality === 'text' ? content.text.length : 0);
    },
  });
}

function turnOf(content: Content, modalities: GuardModel['modalities']): GuardTurn[] {
  const { role } = content;
  if (content.modality === 'text') return content.text.trim() === '' ? [] : [{ role, text: content.text }];
  const canSee = content.modality === 'image' && modalities.includes('image') && content.source.startsWith('data:');
  return canSee ? [{ role, text: '', media: content.source }] : [];
}

/** Half: what a model calls harmful rather than not. */
const HARMFUL = 0.5;

function observationOf({ score, findings }: GuardAnswer, length: number): Observation {
  const spans: [number, number][] = length > 0 ? [[0, length]] : [];
  const signals = findings
    .filter((finding) => finding.score > 0)
    .map(({ name, score: sure }) => ({ kind: 'hazard' as const, name, score: sure, spans, via: ['raw'] }));
  // It sees harm of a kind that has no name here.
  const isNamed = score < HARMFUL || signals.some((signal) => signal.score >= HARMFUL);
  return isNamed ? { signals } : { signals, gap: 'hazard' };
}

/** The answers of late, those on their way among them; a failure is not kept. */
class KeptAnswers {
  readonly #answers = new Map<string, Promise<GuardAnswer>>();
  readonly #key = randomBytes(32);

  answerTo(question: GuardQuestion, ask: (question: GuardQuestion) => Promise<GuardAnswer>): Promise<GuardAnswer> {
    const hash = createHmac('sha256', this.#key).update(JSON.stringify(question)).digest('base64');
    const known = this.#answers.get(hash);
    // Behind the newest again.
    this.#answers.delete(hash);
    const answer = known ?? ask(question);
    this.#answers.set(hash, answer);
    if (known === undefined) answer.catch(() => this.#answers.get(hash) === answer && this.#answers.delete(hash));
    if (this.#answers.size > ANSWERS_MAX) this.#answers.delete(this.#answers.keys().next().value ?? '');
    return answer;
  }
}
