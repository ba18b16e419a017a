import type { Dialect } from '../dialect.js';
import { openAiDialect } from '../dialects/openai.js';
import { filterResults } from './filter-results.js';

/** Errors as clients of Azure OpenAI read them; where it has no form of its own, OpenAI's. */
export const azureDialect: Dialect = {
  ...openAiDialect,
  name: 'azure',
  refusal(refusal) {
    const { verdict, sentence } = refusal;
    if (verdict.decision === 'hold') return openAiDialect.refusal(refusal);
    const innererror = {
      code: 'ResponsibleAIPolicyViolation',
      content_filter_result: filterResults(verdict),
    };
    const error = { message: sentence, type: null, param: 'prompt', code: 'content_filter', status: 400, innererror };
    return { error };
  },
};
