import type { Repair, Span } from '@tyrian/contracts';
import type { Evidence } from './evidence.js';
import type { Firing } from './rule.js';

/** What to replace, place by place, so that what the repairing rules found is gone. */
export function repairsOf(firings: readonly Firing[], evidence: Evidence): Repair[] {
  const spansByPlace = new Map<string, { spans: Span[]; replacement: string }>();
  for (const { rule, match } of firings) {
    if (rule.then !== 'repair') continue;
    for (const index of match.signals) {
      const signal = evidence.signals[index];
      if (!signal || index >= evidence.fresh || signal.kind === 'attribute') continue;
      const key = `${signal.place}\n${rule.replacement}`;
      const found = spansByPlace.get(key) ?? { spans: [], replacement: rule.replacement };
      for (const span of signal.spans) found.spans.push(span);
      spansByPlace.set(key, found);
    }
  }
  return [...spansByPlace].map(([key, { spans, replacement }]) => ({
    place: key.slice(0, key.indexOf('\n')),
    spans: mergeSpans(spans),
    replacement,
  }));
}

/** Sorted, without overlaps. */
export function mergeSpans(spans: readonly Span[]): Span[] {
  const merged: Span[] = [];
  for (const [start, end] of [...spans].sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const last = merged.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else merged.push([start, end]);
  }
  return merged;
}

/**
 * The text at a place with its repairs made. Spans of several repairs of one place may overlap: the first one wins.
 *
 * @example
 * repairText('call 555 now', [{ place: 'p', spans: [[5, 8]], replacement: '[number]' }]); // 'call [number] now'
 */
export function repairText(text: string, repairs: readonly Repair[]): string {
  const cuts = repairs
    .flatMap(({ spans, replacement }) => spans.map(([start, end]) => ({ start, end, replacement })))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  let out = '';
  let position = 0;
  for (const { start, end, replacement } of cuts) {
    if (start >= position) {
      out += text.slice(position, start) + replacement;
      position = end;
    } else if (end > position) {
      position = end;
    }
  }
  return out + text.slice(position);
}
