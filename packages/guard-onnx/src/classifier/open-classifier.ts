import { ClassifierError, invalid } from '../classifier-error.js';
import { parseJson, readNeeded } from '../folder/read-file.js';
import { createTokenizer } from '../tokenizer/tokenizer.js';
import type { Classifier } from './classifier.js';
import type { OpenModelSession } from './model-session.js';
import { sharesOf } from './shares.js';
import { tokenBatch } from './token-batch.js';
import { tokenWindows, windowCount } from './token-windows.js';

/** What opening takes; plain, so that it can be handed to a thread. */
export interface ClassifierFiles {
  readonly modelPath: string;
  readonly tokenizerPath: string;
  readonly labels: number;
  readonly activation: 'softmax' | 'sigmoid';
  readonly maxTokens: number;
  readonly padId: number | undefined;
  /** That the runtime computes with. */
  readonly threads: number;
}

const TOKENIZER_BYTES = 64 << 20;
/** A frame and something in it. */
const TOKENS_LEAST = 8;

/** Loads a classifier, which takes seconds for a large one. Throws `invalid` for files that it cannot use. */
export async function openClassifier(files: ClassifierFiles, open: OpenModelSession): Promise<Classifier> {
  const { labels, activation, maxTokens, threads } = files;
  if (maxTokens < TOKENS_LEAST) throw invalid(`config.json: no room for a text in ${maxTokens} tokens`);
  const session = await open(files.modelPath, { threads });
  try {
    const tokenizer = createTokenizer(parseJson(readNeeded(files.tokenizerPath, TOKENIZER_BYTES), 'tokenizer.json'));
    const padId = files.padId ?? tokenizer.padId;
    if (padId === undefined) throw invalid('config.json: pad_token_id is missing');
    const { frame } = tokenizer;
    return {
      async cut(text, most) {
        const ids = tokenizer.encode(text);
        const count = windowCount(ids.length, maxTokens, frame);
        return count > most ? { tooMany: count } : { windows: tokenWindows(ids, maxTokens, frame) };
      },
      async classify(windows) {
        const logits = await session.run(tokenBatch(windows, padId));
        if (logits.length !== windows.length * labels)
          throw new ClassifierError('broken', `${logits.length / windows.length} outputs for ${labels} labels`);
        return windows.map((_, row) => sharesOf(logits.subarray(row * labels, (row + 1) * labels), activation));
      },
      close: () => session.close(),
    };
  } catch (fault) {
    await session.close();
    throw fault;
  }
}
