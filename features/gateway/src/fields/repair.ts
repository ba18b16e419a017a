import type { Repair, Span } from '@tyrian/contracts';
import { type Channel, rewriteChannel } from './channel.js';
import type { Reading } from './reading.js';

interface Cut {
  readonly span: Span;
  readonly replacement: string;
  /** Of a string as it reads, not of its JSON text: of two alike this one is made, since its value can come back. */
  readonly isRead?: boolean;
}

/**
 * Writes the repairs of a verdict into the document that was read. False where one cannot be written (a key, a medium,
 * JSON that would no longer parse): what cannot be repaired must not leave. A copy is not written: it is right once
 * what it shows is, and what is left of it is found when the document is checked again.
 */
export function applyRepairs(reading: Reading, repairs: readonly Repair[]): boolean {
  const cuts = new Map<Channel, Cut[]>();
  const texts = new Map<Channel, { whole: string; isJson: boolean }>();
  for (const { place, spans, replacement } of repairs) {
    if (reading.copies.has(place)) continue;
    const source = reading.sources.get(place);
    if (source?.channel.modality !== 'text' || source.channel.encoding === 'bytes') return false;
    const { channel, inner, whole, isJson } = source;
    const list = cuts.get(channel) ?? [];
    for (const [start, end] of spans) {
      const span: Span = inner ? [inner.map[start] ?? 0, inner.map[end] ?? whole.length] : [start, end];
      list.push({ span, replacement, isRead: inner !== undefined });
    }
    cuts.set(channel, list);
    texts.set(channel, { whole, isJson });
  }
  for (const [channel, list] of cuts) {
    const { whole, isJson } = texts.get(channel) ?? { whole: '', isJson: false };
    const repaired = isJson ? cutJson(whole, list) : cutText(whole, list);
    if (!rewriteChannel(channel, repaired)) return false;
    if (isJson && parses(whole) && !parses(repaired)) return false;
  }
  return true;
}

/** Replaces all spans; overlapping ones become one, with the replacement of the first. */
export function cutText(text: string, cuts: readonly Cut[]): string {
  let out = '';
  let from = 0;
  let covered = 0;
  for (const { span, replacement } of [...cuts].sort(byStart)) {
    const [start, end] = span;
    if (start >= covered) {
      out += text.slice(from, start) + replacement;
      covered = Math.max(end, start);
      from = covered;
    } else if (end > covered) {
      covered = end;
      from = end;
    }
  }
  return out + text.slice(from);
}

function byStart(a: Cut, b: Cut): number {
  return a.span[0] - b.span[0] || b.span[1] - a.span[1] || Number(b.isRead ?? false) - Number(a.isRead ?? false);
}

function cutJson(text: string, cuts: readonly Cut[]): string {
  return cutText(
    text,
    cuts.map(({ replacement, ...cut }) => ({ ...cut, replacement: JSON.stringify(replacement).slice(1, -1) })),
  );
}

function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
