import type { Repair, Signal, Span } from '@tyrian/contracts';
import { type Redaction, redact } from '../redaction/redact.js';
import type { Evidence } from './evidence.js';
import type { Firing } from './rule.js';

/** Between two pieces of one match: a character that was put in to hide it, not a word. */
const MAX_GAP = 4;

/** What to replace, place by place, so that what the repairing rules found is gone. */
export function repairsOf(firings: readonly Firing[], evidence: Evidence): Repair[] {
  const redactions: Redaction[] = [];
  for (const { rule, match } of firings) {
    if (rule.then !== 'repair') continue;
    for (const index of match.signals) {
      const signal = evidence.signals[index];
      if (!signal || index >= evidence.fresh || signal.kind === 'attribute') continue;
      const template = templateOf(rule.replacement, rule.subject, signal);
      const spans = template.includes('{n}') ? closeRanks(signal.spans) : signal.spans;
      for (const span of spans) redactions.push({ place: signal.place, span, template, restore: rule.restore });
    }
  }
  return redactions.length === 0 ? [] : redact(redactions, evidence.texts ?? new Map(), evidence.reserved);
}

function templateOf(replacement: string, subject: string | undefined, signal: Signal): string {
  return replacement
    .replaceAll('{rule}', () => plain(signal.rule ?? signal.name))
    .replaceAll('{subject}', () => plain(subject ?? signal.name));
}

/** Names of rules go between brackets, so that they must hold none. */
function plain(name: string): string {
  return name.replace(/[^\p{L}\p{N}.-]+/gu, ' ').slice(0, 40);
}

/** Pieces of one match as one, where next to nothing stands between them. */
function closeRanks(spans: readonly Span[]): Span[] {
  const closed: Span[] = [];
  for (const [start, end] of [...spans].sort((a, b) => a[0] - b[0])) {
    const last = closed.at(-1);
    if (last && start - last[1] <= MAX_GAP) last[1] = Math.max(last[1], end);
    else closed.push([start, end]);
  }
  return closed;
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
