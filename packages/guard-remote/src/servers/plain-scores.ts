import { z } from 'zod';
import { textsOf, textsOnly } from './classify-call.js';
import { bearer, type ServerDialect } from './dialect.js';

const MOST_SCORES = 1_000;
const Answer = z.object({
  scores: z
    .record(z.string(), z.number().min(0).max(1))
    .refine((scores) => Object.keys(scores).length > 0 && Object.keys(scores).length <= MOST_SCORES),
});

/** The least that a classifier of one's own must speak: POST `{"text": "..."}`, answered by `{"scores": {"NAME": 0.9}}`. */
export const plainScores: ServerDialect = {
  describe: 'A classifier of your own: POST {"text": "..."} to its URL, answered by {"scores": {"NAME": 0.9}}',
  batchSize: 1,
  keyHeader: bearer,
  refuses: textsOnly,
  shares: () => false,
  write: (calls) => ({ path: '', body: { text: textsOf(calls)[0] } }),
  read(answer) {
    const { data } = Answer.safeParse(answer);
    return data && [{ kind: 'scores', scores: data.scores }];
  },
};
