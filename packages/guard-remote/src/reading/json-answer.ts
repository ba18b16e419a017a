import { withoutThinking } from './replies.js';

/**
 * The one JSON object of an answer, with or without reasoning, a code fence or a sentence around it. `undefined` where
 * it is cut short, where there are two, or where a key stands twice (`JSON.parse` would keep the last one in silence).
 *
 * @param keys those that may stand once only.
 */
export function jsonAnswer(text: string, keys: readonly string[]): unknown {
  const answer = withoutThinking(text);
  if (answer === undefined) return undefined;
  const object = answer.slice(Math.max(0, answer.indexOf('{')), answer.lastIndexOf('}') + 1);
  if (keys.some((key) => object.split(`"${key}"`).length > 2)) return undefined;
  try {
    return JSON.parse(object);
  } catch {
    return undefined;
  }
}
