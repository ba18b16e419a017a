import { isObject, type JsonObject } from '../../fields/field.js';
import { DONE, writeEvent } from '../../sse/write.js';
import { DEMO_MODEL, demoText, demoTokens } from '../demo-model.js';
import type { UpstreamAnswer } from '../upstream.js';
import { demoEvents, demoJson } from './json-answer.js';

const DELTA = 24;

interface DemoCompletion {
  readonly index: number;
  readonly text: string;
  readonly finish: 'stop' | 'length';
}

/** POST /completions of the demo model: every prompt `n` times. */
export function demoCompletions(request: JsonObject, accept: string): UpstreamAnswer {
  const prompts = (Array.isArray(request.prompt) ? request.prompt : [request.prompt]).map(String);
  const n = Number(request.n ?? 1);
  const all = prompts.flatMap((prompt, at) =>
    Array.from({ length: n }, (_, choice) => complete(request, prompt, choice, at * n + choice)),
  );
  const envelope = { id: 'cmpl-tyrian-demo', object: 'text_completion', created: 0, model: DEMO_MODEL };
  const prompt_tokens = prompts.reduce((sum, prompt) => sum + demoTokens(prompt), 0);
  const completion_tokens = all.reduce((sum, { text }) => sum + demoTokens(text), 0);
  const usage = { prompt_tokens, completion_tokens, total_tokens: prompt_tokens + completion_tokens };
  if (accept !== 'text/event-stream') {
    const choices = all.map(({ index, text, finish }) => ({ index, text, logprobs: null, finish_reason: finish }));
    return demoJson({ ...envelope, choices, usage });
  }
  const wantsUsage = isObject(request.stream_options) && request.stream_options.include_usage === true;
  return demoEvents(chunks(envelope, all, wantsUsage ? usage : undefined));
}

function complete(request: JsonObject, prompt: string, choice: number, index: number): DemoCompletion {
  const said = demoText(prompt, choice);
  const most = typeof request.max_tokens === 'number' ? Math.floor(request.max_tokens * 4) : said.length;
  const text = `${request.echo === true ? prompt : ''}${said.slice(0, most)}`;
  return { index, text, finish: said.length > most ? 'length' : 'stop' };
}

function* chunks(envelope: object, all: readonly DemoCompletion[], usage: object | undefined): Generator<string> {
  const chunk = (index: number, text: string, finish_reason: string | null) =>
    writeEvent({ ...envelope, choices: [{ index, text, logprobs: null, finish_reason }] });
  for (const { index, text, finish } of all) {
    for (let at = 0; at < text.length; at += DELTA) yield chunk(index, text.slice(at, at + DELTA), null);
    yield chunk(index, '', finish);
  }
  if (usage) yield writeEvent({ ...envelope, choices: [], usage });
  yield DONE;
}
