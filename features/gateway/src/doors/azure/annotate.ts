import type { JsonObject } from '../../fields/field.js';
import type { Checks } from '../checks.js';
import { choicesOf } from '../openai/choices.js';
import type { ChunkNotes } from '../openai/chunk-stream.js';
import { filterResults } from './filter-results.js';

/** What Azure says of a prompt, in an answer or in the first chunk of a stream. */
function promptFilterResults({ prompt }: Checks): object {
  return { prompt_filter_results: [{ prompt_index: 0, content_filter_results: filterResults(prompt.verdict) }] };
}

/** What it says of one answer. */
function choiceFilterResults({ answers }: Checks, index: number): object {
  const judged = answers.find(({ choice }) => choice === index);
  return { content_filter_results: judged ? filterResults(judged.verdict) : {} };
}

/** Annotates an answer with choices that came whole. */
export function annotateChoices(body: JsonObject, checks: Checks): void {
  Object.assign(body, promptFilterResults(checks));
  for (const choice of choicesOf(body)) {
    Object.assign(choice, choiceFilterResults(checks, Number(choice.index)));
  }
}

/** The same in chunks. */
export const azureNotes: ChunkNotes = { ofPrompt: promptFilterResults, ofChoice: choiceFilterResults };
