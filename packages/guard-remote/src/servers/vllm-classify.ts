import { z } from 'zod';
import type { ModelReply } from '../families/family.js';
import { textsOf, textsOnly } from './classify-call.js';
import { bearer, type ServerDialect } from './dialect.js';

const Judged = z.object({
  index: z.number().int().nonnegative(),
  label: z.string().nullish(),
  probs: z.array(z.number().min(0).max(1)).min(1),
});
const Answer = z.object({ data: z.array(Judged) });

/** vLLM and SGLang with a classifier loaded. They name only the likeliest class; the others go by `labels`, or by number. */
export const vllmClassify: ServerDialect = {
  describe: 'vLLM or SGLang with a classifier, by /classify',
  batchSize: 32,
  keyHeader: bearer,
  refuses: textsOnly,
  shares: () => true,
  write: (calls, { model }) => ({ path: '/classify', body: { model, input: textsOf(calls) } }),
  read(answer, calls, { labels }) {
    const { data } = Answer.safeParse(answer);
    const ordered = data?.data.toSorted((a, b) => a.index - b.index) ?? [];
    if (ordered.length !== calls.length || ordered.some(({ index }, at) => index !== at)) return undefined;
    return ordered.every(({ probs }) => labels === undefined || labels.length === probs.length)
      ? ordered.map((judged) => scores(judged, labels))
      : undefined;
  },
};

function scores({ label, probs }: z.infer<typeof Judged>, labels: readonly string[] | undefined): ModelReply {
  const likeliest = probs.indexOf(Math.max(...probs));
  const nameOf = (at: number): string => labels?.[at] ?? (at === likeliest && label ? label : `LABEL_${at}`);
  return { kind: 'scores', scores: Object.fromEntries(probs.map((probability, at) => [nameOf(at), probability])) };
}
