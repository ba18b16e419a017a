import { type Content, GenerationId, type GuardAnswer, type GuardModel, type GuardQuestion } from '@tyrian/contracts';
import { describe, expect, it } from 'vitest';
import { policyWith } from '../../tests/shipped.js';
import { createPolicyGuard } from '../pipeline/create-guard.js';
import { guardModel } from './guard-model.js';

const COST = { calls: 1, promptTokens: 0, completionTokens: 0, money: 0 };

/** Knows one stand-in word, and remembers what it was asked. */
function model(more: Partial<GuardModel> = {}) {
  const questions: GuardQuestion[] = [];
  const known: GuardModel = {
    id: 'wordy',
    version: 'word@1+wordy',
    stages: ['input', 'output'],
    modalities: ['text'],
    covers: [{ name: 'S2', languages: ['en'] }],
    judge: async (question) => {
      questions.push(question);
      const isHarmful = question.turns.at(-1)?.text.includes('zorblax') ?? false;
      const score = isHarmful ? 0.9 : 0.1;
      return { score, findings: [{ name: 'S2', score }], isGraded: true, cost: COST };
    },
    ...more,
  };
  return { known, questions };
}

const policy = policyWith('  - { id: one, when: { hazard: S2 }, then: refuse }');
const text = (at: number, said: string, role: Content['role'] = 'user'): Content => ({
  modality: 'text',
  place: `messages[${at}].content`,
  role,
  stage: 'input',
  text: said,
});
const input = (...contents: Content[]) => ({
  id: GenerationId.parse('gen_01JABCDEFGHJKMNPQRSTVWXYZ0'),
  stage: 'input' as const,
  audience: 'adult' as const,
  contents,
});
const guardOf = (known: GuardModel) => createPolicyGuard({ policy, detectors: [guardModel(known)] });

describe('a guard model', () => {
  it('judges each turn with those before it, and signals what it names of the whole text', async () => {
    const { known, questions } = model();
    const verdict = await guardOf(known).check(
      input(text(0, 'be kind', 'system'), text(1, 'a zorblax'), text(2, 'no', 'assistant'), text(3, 'please')),
    );
    expect(verdict.decision).toBe('refuse');
    expect(verdict.signals[0]).toMatchObject({ name: 'S2', score: 0.9, place: 'messages[1].content', spans: [[0, 9]] });
    expect(questions.map(({ turns }) => turns.map((turn) => turn.text))).toEqual([
      ['be kind', 'a zorblax'],
      ['be kind', 'a zorblax', 'no'],
      ['be kind', 'a zorblax', 'no', 'please'],
    ]);
    expect(verdict.coverage.map((one) => ('gap' in one ? one.gap : one.status))).toEqual([
      'unasked',
      'scanned',
      'scanned',
      'scanned',
    ]);
  });

  it('is asked once about what comes again', async () => {
    const { known, questions } = model();
    const guard = guardOf(known);
    await guard.check(input(text(0, 'hello')));
    await Promise.all([1, 2].map(() => guard.check(input(text(0, 'hello'), text(1, 'there', 'assistant')))));
    expect(questions).toHaveLength(2);
  });

  it('is asked again where it failed, and the failure is no judgement', async () => {
    let fails = true;
    const { known, questions } = model();
    const guard = guardOf({
      ...known,
      judge: (...asked) => (fails ? Promise.reject(new Error('quibnark')) : known.judge(...asked)),
    });
    expect(await guard.check(input(text(0, 'hello')))).toMatchObject({
      decision: 'refuse',
      coverage: [{ status: 'failed' }],
    });
    fails = false;
    expect(await guard.check(input(text(0, 'hello')))).toMatchObject({ decision: 'allow' });
    expect(questions).toHaveLength(1);
  });

  it('judges an answer with its prompt as context', async () => {
    const { known, questions } = model();
    const answer: Content = {
      ...text(0, 'a zorblax', 'assistant'),
      place: 'choices[0].message.content',
      stage: 'output',
    };
    const verdict = await guardOf(known).check({
      ...input(answer),
      stage: 'output',
      earlier: [text(0, 'what is it?')],
    });
    expect(verdict.signals).toHaveLength(1);
    expect(questions).toEqual([
      {
        stage: 'output',
        turns: [
          { role: 'user', text: 'what is it?' },
          { role: 'assistant', text: 'a zorblax' },
        ],
      },
    ]);
  });

  it('is asked about the last sixteen turns only, and nobody says that it judged the others', async () => {
    const { known, questions } = model();
    const turns = Array.from({ length: 20 }, (_, at) => text(at, `turn ${at}`));
    const { coverage } = await guardOf(known).check(input(...turns));
    expect(questions).toHaveLength(16);
    expect(coverage.filter((one) => 'gap' in one && one.gap === 'unasked')).toHaveLength(4);
  });

  it('says so where it sees harm that it has no name of ours for', async () => {
    const unnamed: GuardAnswer = { score: 0.9, findings: [], isGraded: true, cost: COST };
    const { known } = model({ judge: async () => unnamed });
    const { coverage } = await guardOf(known).check(input(text(0, 'hello')));
    expect(coverage).toMatchObject([{ status: 'not-covered', gap: 'hazard' }]);
  });

  it('sees a picture that is there, and no address of one', async () => {
    const { known, questions } = model({ modalities: ['text', 'image'] });
    const image = (source: string): Content => ({
      modality: 'image',
      place: 'image',
      role: 'user',
      stage: 'input',
      source,
    });
    await guardOf(known).check(input(image('data:image/png;base64,AAAA')));
    expect(questions[0]?.turns).toEqual([{ role: 'user', text: '', media: 'data:image/png;base64,AAAA' }]);
    const { coverage } = await guardOf(known).check(input(image('https://pictures.example/1.png')));
    expect(coverage).toMatchObject([{ status: 'not-covered', gap: 'modality' }]);
  });

  it('has nothing to judge in an empty text', async () => {
    const { known, questions } = model();
    expect((await guardOf(known).check(input(text(0, ' \n')))).decision).toBe('allow');
    expect(questions).toEqual([]);
  });
});
