import { z } from 'zod';
import type { ModelCall } from '../families/family.js';
import { textsOf } from './classify-call.js';
import { bearer, type ServerDialect } from './dialect.js';

const Answer = z.object({
  results: z.array(z.object({ category_scores: z.record(z.string(), z.number().min(0).max(1).nullable()) })),
});

const hasImage = (call: ModelCall | undefined): boolean => call?.kind === 'classify' && call.image !== undefined;

/** `/v1/moderations`. Several texts share a request; parts of a picture and its text give one result together. */
export const openaiModerations: ServerDialect = {
  describe: 'A moderation service, by /v1/moderations',
  folder: '/v1',
  batchSize: 32,
  keyHeader: bearer,
  refuses: (call) => (call.kind === 'classify' ? undefined : 'it classifies texts, and answers no prompts'),
  shares: (call) => !hasImage(call),
  write: (calls, { model }) => ({
    path: '/moderations',
    body: { model, input: hasImage(calls[0]) ? parts(calls[0]) : textsOf(calls) },
  }),
  read(answer, calls) {
    const { data } = Answer.safeParse(answer);
    if (data?.results.length !== calls.length) return undefined;
    return data.results.map(({ category_scores }) => ({
      kind: 'scores',
      // Categories that a model does not know come as null.
      scores: Object.fromEntries(
        Object.entries(category_scores).filter((entry): entry is [string, number] => entry[1] !== null),
      ),
    }));
  },
};

function parts(call: ModelCall | undefined): readonly object[] {
  if (call?.kind !== 'classify') return [];
  return [
    ...(call.text === '' ? [] : [{ type: 'text', text: call.text }]),
    { type: 'image_url', image_url: { url: call.image } },
  ];
}
