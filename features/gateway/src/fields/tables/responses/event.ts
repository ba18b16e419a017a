import { ID } from '../../alphabet.js';
import type { Field, JsonObject } from '../../field.js';
import { listedAt } from '../../kinds/listed-at.js';
import { logprobs } from '../../kinds/logprobs.js';
import { media } from '../../kinds/media.js';
import { object } from '../../kinds/object.js';
import { oneAnswer } from '../../kinds/one-answer.js';
import { padding } from '../../kinds/padding.js';
import { placed } from '../../kinds/placed.js';
import { jsonText, text } from '../../kinds/text.js';
import { number, token, word } from '../../kinds/token.js';
import { variant } from '../../kinds/variant.js';
import { callName } from '../tool-call.js';
import { responseObject } from './answer.js';
import { outputItem } from './item.js';
import { answerPart, responseAnnotation, summaryPart } from './part.js';

const position = number({ min: 0, max: 9_999, integer: true });

/** A position in a place: never what came, where that is not a number. */
function at(value: unknown): number {
  return Number.isInteger(value) && Number(value) >= 0 && Number(value) <= 9_999 ? Number(value) : 0;
}

const item = (event: JsonObject) => `output[${at(event.output_index)}]`;
const part = (event: JsonObject) => `${item(event)}.content[${at(event.content_index)}]`;
const summary = (event: JsonObject) => `${item(event)}.summary[${at(event.summary_index)}]`;

/** Every event has a type and a number; which item of the answer it is about, all but those of the whole. */
const numbered = { sequence_number: number(), obfuscation: padding() };
const aboutItem = { ...numbered, item_id: token(ID, 256), output_index: position };
const aboutPart = { ...aboutItem, content_index: position };
const aboutSummary = { ...aboutItem, summary_index: position };

type Fields = Readonly<Record<string, Field>>;
type Events = Record<string, Field>;

function event(type: string, fields: Fields, ...required: readonly string[]): Events {
  return { [type]: object<string>({ type: word(type), ...fields }, { required: ['type', ...required] }) };
}

/** A text in pieces, and once more whole. `key`: what the whole is called. */
function streamed(
  name: string,
  key: string,
  about: Fields,
  field: Field,
  placeOf: (event: JsonObject) => string,
): Events {
  return {
    ...event(`response.${name}.delta`, { ...about, delta: placed(field, placeOf) }, 'delta'),
    ...event(`response.${name}.done`, { ...about, [key]: placed(field, placeOf) }),
  };
}

function states(name: string, ...all: readonly string[]): Events {
  return Object.assign({}, ...all.map((state) => event(`response.${name}.${state}`, aboutItem)));
}

function spelled(fields: Fields) {
  return { ...fields, logprobs: placed(logprobs(), (one) => `${part(one)}.logprobs`) };
}

const said = (text: string) => ({ type: 'output_text', text });
const written = (text: string) => ({ type: 'message', content: [said(text)] });
const wholeAnswer = listedAt('openai.responses answer', responseObject, (one) => ({ output: [written(one)] }));
const wholeItem = listedAt('openai.responses answer output[]', outputItem, written);
const wholePart = listedAt('openai.responses answer output[](message).content[]', answerPart(logprobs()), said);

const ofAnswer = { ...numbered, response: placed(wholeAnswer, () => '') };
const ofItem = { ...numbered, output_index: position, item: placed(wholeItem, item) };
const ofPart = { ...aboutPart, part: placed(wholePart, part) };
const ofSummary = { ...aboutSummary, part: placed(summaryPart, summary), status: word('incomplete') };
const name = placed(callName, (one) => `${item(one)}.name`);

/** Events of a streamed answer, by their type. What is in none of them does not leave. */
export const responseEvent = oneAnswer(
  variant({
    ...event('response.created', ofAnswer),
    ...event('response.queued', ofAnswer),
    ...event('response.in_progress', ofAnswer),
    ...event('response.completed', ofAnswer),
    ...event('response.incomplete', ofAnswer),
    ...event('response.failed', ofAnswer),
    ...event('response.output_item.added', ofItem),
    ...event('response.output_item.done', ofItem),
    ...event('response.content_part.added', ofPart),
    ...event('response.content_part.done', ofPart),
    ...streamed('output_text', 'text', spelled(aboutPart), text(), (one) => `${part(one)}.text`),
    ...event('response.output_text.annotation.added', {
      ...aboutPart,
      annotation_index: position,
      annotation: placed(responseAnnotation, (one) => `${part(one)}.annotations[${at(one.annotation_index)}]`),
    }),
    ...streamed('refusal', 'refusal', aboutPart, text(), (one) => `${part(one)}.refusal`),
    ...streamed('reasoning_text', 'text', aboutPart, text(), (one) => `${part(one)}.text`),
    ...event('response.reasoning_summary_part.added', ofSummary),
    ...event('response.reasoning_summary_part.done', ofSummary),
    ...streamed('reasoning_summary_text', 'text', aboutSummary, text(), (one) => `${summary(one)}.text`),
    ...streamed(
      'function_call_arguments',
      'arguments',
      { ...aboutItem, name },
      jsonText(),
      (one) => `${item(one)}.arguments`,
    ),
    ...streamed(
      'mcp_call_arguments',
      'arguments',
      { ...aboutItem, name },
      jsonText(),
      (one) => `${item(one)}.arguments`,
    ),
    ...streamed('custom_tool_call_input', 'input', aboutItem, text(), (one) => `${item(one)}.input`),
    ...streamed('code_interpreter_call_code', 'code', aboutItem, text(), (one) => `${item(one)}.code`),
    ...streamed('apply_patch_call_operation_diff', 'diff', aboutItem, text(), (one) => `${item(one)}.operation.diff`),
    ...event('response.image_generation_call.partial_image', {
      ...aboutItem,
      partial_image_index: position,
      partial_image_b64: placed(media('image'), (one) => `${item(one)}.partial_images[${at(one.partial_image_index)}]`),
      background: word('transparent', 'opaque', 'auto'),
      output_format: word('png', 'webp', 'jpeg'),
      quality: word('low', 'medium', 'high', 'auto'),
      size: token(ID, 32),
    }),
    ...states('image_generation_call', 'in_progress', 'generating', 'completed'),
    ...states('web_search_call', 'in_progress', 'searching', 'completed'),
    ...states('file_search_call', 'in_progress', 'searching', 'completed'),
    ...states('code_interpreter_call', 'in_progress', 'interpreting', 'completed'),
    ...states('mcp_call', 'in_progress', 'completed', 'failed'),
    ...states('mcp_list_tools', 'in_progress', 'completed', 'failed'),
  }),
);
