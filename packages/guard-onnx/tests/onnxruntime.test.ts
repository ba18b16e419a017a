import { createRequire } from 'node:module';
import { afterEach, describe, expect, it } from 'vitest';
import { createOnnxGuardModel } from '../src/index.js';
import { classifierFolder, type FolderFiles, logitTable } from './_folder.js';
import { onnxModelOf } from './_onnx-model.js';

const isInstalled = (() => {
  try {
    createRequire(import.meta.url).resolve('onnxruntime-node');
    return true;
  } catch {
    return false;
  }
})();
const signal = new AbortController().signal;
const ask = (text: string) => ({ stage: 'input' as const, turns: [{ role: 'document' as const, text }] });

let end: () => Promise<void> = async () => undefined;
afterEach(() => end());

function open(files: FolderFiles) {
  const folder = classifierFolder(files);
  const model = createOnnxGuardModel({ id: 'one', folder: folder.path });
  end = async () => {
    await model.close();
    folder.dispose();
  };
  return model;
}

describe('a real model in onnxruntime, in its thread', () => {
  it.skipIf(!isInstalled)('judges (skipped where onnxruntime-node is not installed: it is optional)', async () => {
    const model = open({ model: onnxModelOf(logitTable()) });
    const texts = ['where in the', 'a zorblax', `${'the '.repeat(300)}quibnark`];
    const answers = await Promise.all(texts.map((text) => model.judge(ask(text), { signal })));
    const [benign, jailbreak, instruction] = answers.map(({ score }) => score);
    expect(benign).toBeCloseTo(2 / (2 + Math.exp(0.5)), 5);
    expect(jailbreak).toBeCloseTo((1 + Math.exp(6)) / (1 + Math.exp(6) + Math.exp(0.5)), 5);
    expect(instruction).toBeGreaterThan(0.9);
  });

  it.skipIf(!isInstalled)('says what is wrong with a model (skipped likewise)', async () => {
    const broken = open({ model: Buffer.from('no model') });
    await expect(broken.judge(ask('a'), { signal })).rejects.toMatchObject({
      code: 'GUARD_MODEL_INVALID',
      message: expect.stringContaining('does not load'),
    });
    await end();
    const half = open({ model: onnxModelOf(logitTable(), 10) });
    await expect(half.judge(ask('a'), { signal })).rejects.toMatchObject({
      code: 'GUARD_MODEL_ANSWER',
      message: expect.stringContaining('not float32'),
    });
  });

  it.skipIf(isInstalled)('says how to install the runtime where it is not there', async () => {
    const model = open({});
    await expect(model.judge(ask('a'), { signal })).rejects.toMatchObject({
      code: 'GUARD_MODEL_INVALID',
      message: expect.stringContaining('npm install onnxruntime-node --ignore-scripts'),
    });
  });
});
