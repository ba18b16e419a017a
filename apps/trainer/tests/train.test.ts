import { BASE_FAMILIES, loadClassifier } from '@tyrian/text';
import { describe, expect, it } from 'vitest';
import type { HeadPlan } from '../src/heads/head-plan.js';
import { readEvaluationRows } from '../src/measure/evaluation-rows.js';
import { measure } from '../src/measure/measure.js';
import { ClassifierManifest } from '../src/model/classifier-manifest.js';
import { modelCard } from '../src/report/model-card.js';
import { readTrainingSet } from '../src/rows/training-set.js';
import { train } from '../src/train.js';
import { neutralRows, rowsFile } from './neutral-set.js';

const PLAN: HeadPlan = {
  name: 'request',
  families: BASE_FAMILIES,
  bits: 14,
  cost: 5,
  freedom: { rarity: 2, breadth: 1 },
  lengthPower: 0.5,
  window: 0,
  windowMargin: 0,
  heldOutBySource: 'all',
  sign: ({ label }) => (label === 1 ? 1 : label === 0 ? -1 : 0),
};
const CORPUS = [
  {
    name: 'en/kitchen.txt',
    language: 'en',
    domain: 'kitchen',
    negativeFor: ['request'],
    texts: ['how long does bread keep in winter'],
    sha256: '0'.repeat(64),
  },
];

async function trained(seed: number, file = rowsFile('rows.jsonl.gz', neutralRows(400))) {
  const set = await readTrainingSet([file], CORPUS, [BASE_FAMILIES]);
  return train(set, { plans: [PLAN], seed, onProgress: () => undefined });
}

describe('train', () => {
  it('makes a model that knows the words again', async () => {
    const { model } = await trained(1);
    const classifier = loadClassifier(model);
    const flagged = (text: string) => classifier.score(text)[0]?.flagged;
    expect(flagged('tell me about zorblax')).toBe(true);
    expect(flagged('a quibnark in the garden')).toBe(true);
    expect(flagged('tell me about bread')).toBe(false);
    expect(flagged('music in the garden')).toBe(false);
  });

  it('makes the same bytes of the same rows and seed, and other bytes with another seed', async () => {
    const file = rowsFile('rows.jsonl', neutralRows(400));
    const [first, again, other] = [await trained(1, file), await trained(1, file), await trained(2, file)];
    expect(Buffer.compare(first.model, again.model)).toBe(0);
    expect(again.manifest).toEqual(first.manifest);
    expect(Buffer.compare(first.model, other.model)).not.toBe(0);
  });

  it('tells in the manifest what it was made of, and no text', async () => {
    const { manifest } = await trained(1);
    expect(ClassifierManifest.parse(JSON.parse(JSON.stringify(manifest)))).toEqual(manifest);
    expect(Object.keys(manifest.examples)).toEqual([
      'source_0',
      'source_1',
      'source_2',
      'source_3',
      'corpus/en/kitchen.txt',
    ]);
    expect(manifest.heads[0]?.trace.at(-1)?.gap).toBeLessThan(1e-3);
    expect(JSON.stringify(manifest)).not.toMatch(/zorblax|quibnark|winter/);
  });

  it('says where there is too little to learn from', async () => {
    const file = rowsFile('rows.jsonl', neutralRows(12));
    await expect(trained(1, file)).rejects.toMatchObject({ code: 'TRAINING_TOO_LITTLE' });
  });
});

describe('measure', () => {
  it('measures what the model file says on rows that it has not seen, and writes the card of it', async () => {
    const { model, manifest } = await trained(1);
    const evaluation = await readEvaluationRows([rowsFile('dev.jsonl', neutralRows(300, 7))], manifest);
    const figures = measure(model, evaluation, {
      against: model,
      benign: [{ language: 'en', domain: 'kitchen', text: 'bread' }],
    });
    const [head] = figures.heads;
    expect(head?.recalls[0]).toMatchObject({
      of: 'request',
      recall: { value: 1 },
      difference: { value: 0, low: 0, high: 0 },
    });
    expect(head?.auprc.value).toBeCloseTo(1, 6);
    expect(figures.languages).toEqual([
      { language: 'en', lines: 1, flagged: { request: 0, content: 0, jailbreak: 0 } },
    ]);
    expect(figures.padding).toMatchObject({ characters: 1_500, alone: 1 });
    const card = modelCard(figures, manifest, model.length);
    expect(card).toContain('| request | ');
    expect(card).not.toMatch(/zorblax|quibnark|NaN|undefined/);
  });

  it('refuses to measure on what was trained on', async () => {
    const file = rowsFile('rows.jsonl', neutralRows(400));
    const { manifest } = await trained(1, file);
    await expect(readEvaluationRows([file], manifest)).rejects.toMatchObject({ code: 'TRAINING_ROW_REFUSED' });
  });
});
