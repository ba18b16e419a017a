import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { temporaryFolder, tyrian } from './_program.js';

/** Words of two letters, and weights that no runtime loads: what is tested is the way there, and that it fails in words. */
const TOKENIZER = {
  ...{ version: '1.0', truncation: null, padding: null, added_tokens: [], decoder: null },
  ...{ normalizer: null, pre_tokenizer: { type: 'BertPreTokenizer' }, post_processor: null },
  model: {
    ...{ type: 'WordPiece', unk_token: 'no', continuing_subword_prefix: '##', max_input_chars_per_word: 100 },
    vocab: { no: 0, zo: 1 },
  },
};
const CONFIG = {
  ...{ architectures: ['BertForSequenceClassification'], model_type: 'bert', pad_token_id: 0 },
  id2label: { 0: 'SAFE', 1: 'INJECTION' },
};

describe('a classifier in ONNX form', () => {
  const folder = temporaryFolder();
  const models = join(folder.path, 'word guard');
  const data = join(folder.path, 'data');
  beforeAll(() => {
    mkdirSync(models);
    writeFileSync(join(models, 'model.onnx'), '');
    writeFileSync(join(models, 'tokenizer.json'), JSON.stringify(TOKENIZER));
    writeFileSync(join(models, 'config.json'), JSON.stringify(CONFIG));
  });
  afterAll(() => folder.dispose());

  async function run(...args: string[]) {
    const { code, out, err } = await tyrian([...args, '--data', data, '--json']);
    return { code, fault: err, ...(out !== '' && { out: JSON.parse(out) }) };
  }
  const add = (...flags: string[]) =>
    run('guard', 'add', 'words', '--family', 'onnx-classifier', '--by', 'ana', ...flags);

  it('is put into force by its folder, listed, looked at by doctor, and taken out', async () => {
    const setting = {
      ...{ family: 'onnx-classifier', server: 'onnx-folder', model: 'word guard' },
      url: pathToFileURL(models).href,
    };
    expect(await add('--folder', models, '--no-try')).toMatchObject({ code: 0, out: { change: { guard: setting } } });
    expect((await run('guard', 'list')).out.guards).toMatchObject([{ name: 'words', setting }]);
    const { out } = await run('doctor');
    expect(JSON.stringify(out)).toContain('The guard model words cannot be used: onnxruntime');
    expect(await run('guard', 'remove', 'words', '--by', 'ana')).toMatchObject({ code: 0 });
  }, 60_000);

  it('is not put into force where it cannot be asked', async () => {
    const refused = await add('--folder', models);
    expect(refused).toMatchObject({ code: 2, fault: expect.stringContaining('GUARD_MODEL_INVALID') });
    expect(refused.fault).toContain('onnxruntime');
    expect((await run('guard', 'list')).out.guards).toEqual([]);
  }, 60_000);

  it.each([
    ['its folder is not there', ['--folder', 'nowhere'], 'its folder is not there'],
    ['neither folder nor URL is given', [], 'http(s) URL'],
    ['both are given', ['--folder', 'x', '--url', 'http://127.0.0.1'], '--url or --folder'],
    ['it is to be at a server', ['--url', 'http://127.0.0.1:1', '--model', 'x'], 'file: for onnx-classifier'],
    ['its server is of another kind', ['--folder', '.', '--server', 'ollama'], 'onnx-folder alone'],
    [
      'a server model is to be in a folder',
      ['--folder', '.', '--family', 'llama-guard-3'],
      'file: for onnx-classifier',
    ],
  ])('is refused where %s', async (_, flags, said) => {
    const { code, fault } = await add('--no-try', ...flags);
    expect({ code, fault }).toMatchObject({ code: 2, fault: expect.stringContaining(said) });
  });
});
