import { isObject, type JsonObject } from '../fields/field.js';

/** What the built-in model says, whoever asks: plainly labelled, so that nobody takes it for a real one. */
export const DEMO_MODEL = 'tyrian-demo-model';

const TOPIC_WORDS = 5;
const COMMON: ReadonlySet<string> = new Set(
  'about after again could every from have into please should tell that their them then there these they this what when where which with would write your'.split(
    ' ',
  ),
);

/** The text of the last user message. */
export function lastUserText(body: JsonObject): string {
  const messages: unknown[] = Array.isArray(body.messages) ? body.messages : [];
  const last = messages.filter(isObject).findLast((message) => message.role === 'user');
  if (typeof last?.content === 'string') return last.content;
  const parts: unknown[] = Array.isArray(last?.content) ? last.content : [];
  return parts.flatMap((part) => (isObject(part) && typeof part.text === 'string' ? [part.text] : [])).join(' ');
}

/** Deterministic prose of about 600 characters that names the topics of the prompt, or what it is told to repeat. */
export function demoText(prompt: string, choice: number): string {
  const marker = 'repeat after me:';
  const repeat = prompt.toLowerCase().indexOf(marker);
  if (repeat !== -1) return prompt.slice(repeat + marker.length).trim();
  const words =
    prompt
      .toLowerCase()
      .slice(0, 10_000)
      .match(/\p{L}{4,30}/gu) ?? [];
  const topics = [...new Set(words.filter((word) => !COMMON.has(word)))].slice(0, TOPIC_WORDS);
  const topic = topics.length === 0 ? 'your question' : topics.join(', ');
  return [
    `This is the Tyrian demo model${choice === 0 ? '' : ` (answer ${choice + 1})`}. It does not think: it answers every prompt with the same few sentences, so that you can try the checks around it without a model server.`,
    `You wrote about ${topic}. A real model would now say something about ${topic}, and every word of that answer would be checked before it leaves, just as every word of your prompt was checked before it came here.`,
    'To see a check of an answer, ask it to repeat after you. To use a real model, give Tyrian the address of any server that speaks the chat completions format, and keep everything else as it is.',
  ].join(' ');
}

/** `call the tool NAME` calls it, if it was offered. */
export function demoToolCall(body: JsonObject, prompt: string): string | undefined {
  const tools: unknown[] = Array.isArray(body.tools) ? body.tools : [];
  const offered = tools.flatMap((tool) => (isObject(tool) && isObject(tool.function) ? [tool.function.name] : []));
  return askedTool(prompt, offered);
}

/** The tool that a prompt asks for, where it is among those offered. */
export function askedTool(prompt: string, offered: readonly unknown[]): string | undefined {
  const asked = /call the tool ([\p{L}\p{N}_.:/-]{1,64})/iu.exec(prompt.slice(0, 10_000))?.[1];
  return asked !== undefined && offered.includes(asked) ? asked : undefined;
}

/** About four characters a token, as models of this kind count. */
export function demoTokens(text: string): number {
  return Math.ceil(text.length / 4);
}
