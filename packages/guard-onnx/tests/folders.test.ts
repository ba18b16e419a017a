import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { createOnnxGuardModel } from '../src/index.js';
import { classifierFolder, type FolderFiles } from './_folder.js';

const made: (() => void)[] = [];
function open(files: FolderFiles) {
  const { path, dispose } = classifierFolder(files);
  made.push(dispose);
  return { path, model: createOnnxGuardModel({ id: 'one', folder: path }) };
}
afterEach(() => {
  for (const dispose of made.splice(0)) dispose();
});

const TOXIC = { 0: 'toxic', 1: 'insult', 2: 'other' };

describe('the folder of a classifier', () => {
  it.each(['model.onnx', 'onnx/model.onnx', 'model_quantized.onnx', 'onnx/model_quantized.onnx'])(
    'may hold its model as %s',
    (at) => {
      expect(open({ at }).model).toMatchObject({
        stages: ['input'],
        modalities: ['text'],
        covers: [{ name: 'prompt-injection', languages: expect.arrayContaining(['en', 'th']) }],
      });
    },
  );

  it('says by its file what labels mean, in which languages and stages', () => {
    const labels = 'labels: { toxic: S10, insult: S10, other: null }\nlanguages: any\nstages: [output]';
    const { model } = open({ config: { id2label: TOXIC }, labels });
    expect(model).toMatchObject({ stages: ['output'], covers: [{ name: 'S10', languages: 'any' }] });
    const both = open({ config: { id2label: TOXIC }, labels: labels.replace('\nstages: [output]', '') });
    expect(both.model.stages).toEqual(['input', 'output']);
  });

  it.each([
    ['toxicity is not guessed at', { config: { id2label: TOXIC } }, '"toxic": HAZARD or null'],
    ['LABEL_n could be anything', { config: { id2label: { 0: 'LABEL_0', 1: 'LABEL_1' } } }, 'tyrian-labels.yaml'],
    ['malice could be of links', { config: { id2label: { 0: 'BENIGN', 1: 'MALICIOUS' } } }, 'tyrian-labels.yaml'],
    ['a label is missing', { labels: 'labels: { BENIGN: null, INJECTION: S1 }\nlanguages: any' }, 'JAILBREAK means'],
    [
      'a label is strange',
      { labels: 'labels: { BENIGN: null, INJECTION: S1, JAILBREAK: S1, X: S1 }\nlanguages: any' },
      'names X',
    ],
    [
      'nothing is harmful',
      { labels: 'labels: { BENIGN: null, INJECTION: null, JAILBREAK: null }\nlanguages: any' },
      'no hazard',
    ],
    ['a hazard is not one', { labels: 'labels: { BENIGN: bad }\nlanguages: any' }, 'labels.BENIGN'],
    ['no language is named', { labels: 'labels: { BENIGN: null }' }, 'languages'],
    ['its label file is no YAML', { labels: 'a: [' }, 'not YAML'],
    ['the model does not classify', { config: { architectures: ['BertForMaskedLM'] } }, 'BertForMaskedLM'],
    ['it is a regression', { config: { problem_type: 'regression' } }, 'problem_type'],
    ['an output has no name', { config: { id2label: { 0: 'A', 2: 'B' } } }, 'every output'],
    ['there is no model', { at: 'weights.onnx' }, 'none of model.onnx'],
    ['there is no tokenizer', { tokenizer: null }, 'tokenizer.json'],
  ] satisfies [string, FolderFiles, string][])('is refused where %s', (_, files, said) => {
    expect(() => open(files)).toThrow(
      expect.objectContaining({ code: 'GUARD_MODEL_INVALID', message: expect.stringContaining(said) }),
    );
  });

  it('is refused where it is not there, or its config is no JSON', () => {
    expect(() => createOnnxGuardModel({ id: 'one', folder: '/nowhere/at/all' })).toThrow('its folder is not there');
    const { path } = open({});
    writeFileSync(join(path, 'config.json'), '{');
    expect(() => createOnnxGuardModel({ id: 'one', folder: path })).toThrow('config.json is not JSON');
  });

  it('knows the labels of Prompt Guard where it says that it is one', () => {
    const config = { _name_or_path: 'meta-llama/Llama-Prompt-Guard-2-22M', id2label: { 0: 'LABEL_0', 1: 'LABEL_1' } };
    expect(open({ config }).model.covers).toMatchObject([{ name: 'prompt-injection' }]);
  });

  it('gives another version once a file of it has changed', () => {
    const { path, model } = open({});
    const again = () => createOnnxGuardModel({ id: 'one', folder: path }).version;
    expect(again()).toBe(model.version);
    writeFileSync(join(path, 'model.onnx'), 'other weights');
    expect(again()).not.toBe(model.version);
  });
});
