import { z } from 'zod';
import { textsOf, textsOnly } from './classify-call.js';
import { bearer, type ServerDialect } from './dialect.js';

const Classes = z.array(z.object({ label: z.string(), score: z.number().min(0).max(1) })).min(1);
const Answer = z.array(Classes);

/** Text Embeddings Inference with a sequence classifier. A list of lists is a batch; a flat list of two would be a pair. */
export const textEmbeddingsInference: ServerDialect = {
  describe: 'Text Embeddings Inference with a classifier, by /predict',
  batchSize: 32,
  keyHeader: bearer,
  refuses: textsOnly,
  shares: () => true,
  write: (calls) => ({
    path: '/predict',
    body: { inputs: textsOf(calls).map((text) => [text]), raw_scores: false, truncate: false },
  }),
  read(answer, calls) {
    const { data } = Answer.safeParse(answer);
    if (data?.length !== calls.length) return undefined;
    return data.map((classes) => ({
      kind: 'scores',
      scores: Object.fromEntries(classes.map(({ label, score }) => [label, score])),
    }));
  },
};
