import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { CLASSIFIER_BYTES_MAX, loadClassifier } from '@tyrian/text';
import { describe, expect, it } from 'vitest';
import { HEAD_PLANS } from '../src/heads/head-plan.js';
import { readBenignLines } from '../src/measure/benign-lines.js';
import { Figures } from '../src/measure/figures.js';
import { grouped } from '../src/measure/grouped.js';
import { ClassifierManifest } from '../src/model/classifier-manifest.js';
import { ATTRIBUTIONS } from '../src/report/attributions.js';
import { modelCard } from '../src/report/model-card.js';

const at = (path: string) => fileURLToPath(new URL(`../../../${path}`, import.meta.url));
const model = readFileSync(at('packages/text/models/classifier.bin'));
const json = (name: string): unknown => JSON.parse(readFileSync(at(`packages/text/models/${name}`), 'utf8'));
const manifest = ClassifierManifest.parse(json('classifier.json'));

describe('the shipped model', () => {
  it('is the one that its manifest tells of, with the heads that are planned, within its size', () => {
    expect(createHash('sha256').update(model).digest('hex').slice(0, 12)).toBe(manifest.version);
    expect(loadClassifier(model).heads).toEqual(HEAD_PLANS.map(({ name }) => name));
    expect(model.length).toBeLessThanOrEqual(CLASSIFIER_BYTES_MAX);
  });

  it('was solved to within a thousandth of the optimum', () => {
    for (const { trace } of manifest.heads) expect(trace.at(-1)?.gap).toBeLessThan(1e-3);
  });

  it('names whose data it was trained on, and was trained on nothing else', () => {
    const notice = readFileSync(at('packages/text/models/NOTICE.md'), 'utf8');
    const sources = Object.keys(manifest.examples).filter((source) => !source.startsWith('corpus/'));
    expect(sources.filter((source) => !ATTRIBUTIONS[source])).toEqual([]);
    expect(sources.filter((source) => !notice.includes(`- ${source} (`))).toEqual([]);
  });

  it('has a card that says what was measured of it', () => {
    const card = readFileSync(at('docs/reference/classifier.md'), 'utf8');
    expect(card).toBe(modelCard(Figures.parse(json('figures.json')), manifest, model.length));
  });

  it('lets harmless lines pass in every language', () => {
    const classifier = loadClassifier(model);
    const isFlagged = (head: string) => (line: { text: string }) =>
      classifier.score(line.text).some((score) => score.head === head && score.flagged);
    for (const [language, lines] of grouped(
      readBenignLines(at('packages/guard/tests/benign')),
      (line) => line.language,
    )) {
      const share = (head: string) => lines.filter(isFlagged(head)).length / lines.length;
      expect(share('request'), `request, ${language}`).toBeLessThan(0.01);
      expect(share('jailbreak'), `jailbreak, ${language}`).toBeLessThan(0.01);
      expect(share('content'), `content, ${language}`).toBeLessThan(0.06);
    }
  });
});
