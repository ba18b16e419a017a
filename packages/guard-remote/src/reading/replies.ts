import type { ModelReply } from '../families/family.js';

type TextReply = Extract<ModelReply, { kind: 'text' }>;

/** The replies as texts, where there are as many as were asked for and all are. */
export function textReplies(replies: readonly ModelReply[], asked: number): readonly TextReply[] | undefined {
  if (replies.length !== asked) return undefined;
  const texts = replies.filter((reply) => reply.kind === 'text');
  return texts.length === asked ? texts : undefined;
}

/** The entries of a list with commas. */
export function listed(line: string): readonly string[] {
  return line.split(',').map((entry) => entry.trim());
}

/** The scores of the one reply of a classifier; `undefined` where one of them is no number from 0 to `highest`. */
export function scoresReply(
  replies: readonly ModelReply[],
  highest: number,
): Readonly<Record<string, number>> | undefined {
  const [reply, ...rest] = replies;
  if (reply?.kind !== 'scores' || rest.length > 0) return undefined;
  const sound = Object.values(reply.scores).every((score) => score >= 0 && score <= highest);
  return sound ? reply.scores : undefined;
}

/**
 * An answer without the reasoning before it. `undefined` where the reasoning did not end: what stands there is no
 * answer yet.
 */
export function withoutThinking(text: string): string | undefined {
  const end = text.lastIndexOf('</think>');
  if (end !== -1) return text.slice(end + '</think>'.length).trim();
  return text.includes('<think>') ? undefined : text.trim();
}
