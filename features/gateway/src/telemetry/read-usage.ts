import { isObject, type JsonObject } from '../fields/field.js';
import type { Usage } from './telemetry.js';

/** How the APIs say that an answer has ended; what else stands there could be anything. */
const FINISHES: ReadonlySet<unknown> = new Set(
  'stop length content_filter tool_calls function_call end_turn max_tokens stop_sequence tool_use pause_turn refusal load unload completed incomplete failed'.split(
    ' ',
  ),
);

/** What an answer, or one event of it, says of its size and its end; undefined where it says nothing. */
export function readUsage(body: JsonObject): Usage | undefined {
  const whole = isObject(body.response) ? body.response : body;
  const message = isObject(body.message) ? body.message : undefined;
  const usage = [whole.usage, message?.usage].find(isObject) ?? {};
  const inputTokens = count(usage.prompt_tokens ?? usage.input_tokens ?? whole.prompt_eval_count);
  const outputTokens = count(usage.completion_tokens ?? usage.output_tokens ?? whole.eval_count);
  const finish = finishOf(whole);
  if (inputTokens === undefined && outputTokens === undefined && finish === undefined) return undefined;
  return { inputTokens, outputTokens, finish };
}

function finishOf(body: JsonObject): string | undefined {
  const choices: readonly unknown[] = Array.isArray(body.choices) ? body.choices : [];
  const delta = isObject(body.delta) ? body.delta.stop_reason : undefined;
  const said = [...choices.map((one) => (isObject(one) ? one.finish_reason : undefined)), body.stop_reason];
  const found = [...said, delta, body.done_reason, body.status].find((reason) => FINISHES.has(reason));
  return typeof found === 'string' ? found : undefined;
}

function count(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : undefined;
}
