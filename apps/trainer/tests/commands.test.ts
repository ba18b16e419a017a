import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadClassifier } from '@tyrian/text';
import { describe, expect, it } from 'vitest';
import { evaluateModel } from '../src/commands/evaluate-model.js';
import { trainModel } from '../src/commands/train-model.js';
import { neutralRows, rowsFile } from './neutral-set.js';

/** Rows of all kinds, so that every head of the baseline has something to learn. */
function allKinds(count: number, seed: number) {
  const kinds = ['request', 'content', 'jailbreak'];
  return neutralRows(count, seed).map((row, at) =>
    row.label === 1 ? { ...row, kind: kinds[Math.floor(at / 5) % 3] ?? '' } : row,
  );
}

describe('training and measuring from files', () => {
  it('leaves a model, its manifest, a notice, figures, curves and a card', async () => {
    const out = mkdtempSync(join(tmpdir(), 'trainer-'));
    const said: string[] = [];
    const say = (line: string) => said.push(line);
    const trained = rowsFile('rows.jsonl.gz', allKinds(400, 1));
    await trainModel([trained], { out, corpus: 'none', baseline: true, seed: 1, say });
    const model = readFileSync(join(out, 'classifier.bin'));
    expect(loadClassifier(model).heads).toEqual(['request', 'content', 'jailbreak']);
    expect(said.at(-1)).toContain(`${model.length} bytes`);

    const card = join(out, 'card.md');
    const against = join(out, 'classifier.bin');
    const benign = mkdtempSync(join(tmpdir(), 'benign-'));
    await evaluateModel([rowsFile('dev.jsonl', allKinds(200, 9))], { out, against, card, benign, say });
    const written = ['classifier.json', 'NOTICE.md', 'figures.json', 'curves.html', 'card.md'].map((name) =>
      readFileSync(join(out, name), 'utf8'),
    );
    for (const text of written) expect(text).not.toMatch(/zorblax|quibnark|NaN|undefined|https?:\/\/[^\s]*\.js/);
    expect(written[3]).toMatch(/<polyline .*points="[\d., ]+"/);
  });
});
