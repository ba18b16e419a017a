import { z } from 'zod';
import { textsOf, textsOnly } from './classify-call.js';
import type { ServerDialect } from './dialect.js';

const API_VERSION = '2024-09-01';
const Answer = z.object({
  categoriesAnalysis: z.array(z.object({ category: z.string(), severity: z.number().int().min(0).max(7) })).min(1),
});

/** Azure AI Content Safety. The scores are its severities, 0 to 7. */
export const azureContentSafety: ServerDialect = {
  describe: 'Azure AI Content Safety, by text:analyze; severities in eight levels',
  batchSize: 1,
  keyHeader: (key) => ({ 'ocp-apim-subscription-key': key }),
  refuses: textsOnly,
  shares: () => false,
  write: (calls) => ({
    path: `/contentsafety/text:analyze?api-version=${API_VERSION}`,
    body: { text: textsOf(calls)[0], outputType: 'EightSeverityLevels' },
  }),
  read(answer) {
    const { data } = Answer.safeParse(answer);
    if (data === undefined) return undefined;
    const scores = Object.fromEntries(data.categoriesAnalysis.map(({ category, severity }) => [category, severity]));
    return [{ kind: 'scores', scores }];
  },
};
