import type { Frame } from '../tokenizer/frame.js';

/** Part of a window that it has in common with the one before, so that nothing falls between two. */
const OVERLAP_SHARE = 0.125;

/** How many windows `tokens` need, without making them. */
export function windowCount(tokens: number, maxTokens: number, frame: Frame): number {
  const room = roomOf(maxTokens, frame);
  return tokens <= room ? 1 : Math.ceil((tokens - room) / stepOf(room)) + 1;
}

/** Cuts tokens into windows of at most `maxTokens`, each in its frame, that overlap and cover all of them. */
export function tokenWindows(ids: readonly number[], maxTokens: number, frame: Frame): readonly Int32Array[] {
  const room = roomOf(maxTokens, frame);
  return Array.from({ length: windowCount(ids.length, maxTokens, frame) }, (_, at) => {
    const start = at * stepOf(room);
    return Int32Array.from([...frame.before, ...ids.slice(start, start + room), ...frame.behind]);
  });
}

function roomOf(maxTokens: number, { before, behind }: Frame): number {
  return Math.max(1, maxTokens - before.length - behind.length);
}

function stepOf(room: number): number {
  return Math.max(1, room - Math.floor(room * OVERLAP_SHARE));
}
