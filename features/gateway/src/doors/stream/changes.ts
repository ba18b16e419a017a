import type { Repair } from '@tyrian/contracts';
import { type Edit, type Restorations, restorationEdits } from '@tyrian/guard';
import type { Reading } from '../../fields/reading.js';
import { restorationsIn } from '../../fields/restore.js';
import type { StreamedText } from './streamed-text.js';

/** Longest placeholder, with its brackets. */
const PLACEHOLDER = 84;
/** Of a longer text, placeholders are looked for in this much from its end while it streams. */
const RESTORED = 32_768;

/** A change of one text, in its own places. */
export interface TextChange {
  readonly place: string;
  readonly edit: Edit;
}

/**
 * What a verdict repairs, in places of the whole texts. Undefined where something cannot be written: it must not leave.
 * What repeats another text (log probabilities, copies) is not written: it is dropped, or follows.
 */
export function repairsOf(
  repairs: readonly Repair[],
  reading: Reading,
  starts: ReadonlyMap<string, number>,
): TextChange[] | undefined {
  const changes: TextChange[] = [];
  for (const { place, spans, replacement } of repairs) {
    if (reading.copies.has(place) || place.includes('.logprobs.')) continue;
    const source = reading.sources.get(place);
    if (source?.channel.modality !== 'text' || source.channel.encoding === 'bytes') return undefined;
    const { channel, inner, whole, isJson } = source;
    const offset = starts.get(channel.place) ?? 0;
    const text = isJson ? JSON.stringify(replacement).slice(1, -1) : replacement;
    for (const span of spans) {
      const [start, end] = inner ? [inner.map[span[0]] ?? 0, inner.map[span[1]] ?? whole.length] : span;
      changes.push({ place: channel.place, edit: { start: start + offset, end: end + offset, text } });
    }
  }
  return changes;
}

/** Where the placeholders of a prompt stand in a text that is still growing, and from where on one may be growing. */
export function restorationsSoFar(text: StreamedText, restorations: Restorations): { edits: Edit[]; until: number } {
  const { original } = text;
  if (restorations.values.size === 0) return { edits: [], until: original.length };
  const from = original.length <= RESTORED ? 0 : original.length - RESTORED;
  const part = original.slice(from);
  // What follows its bracket tells whether it is part of a link.
  const edits = restorationEdits(part, restorations).filter(({ end }) => end < part.length);
  const open = original.lastIndexOf('[');
  const isOpen = open !== -1 && original.length - open < PLACEHOLDER;
  const close = isOpen ? original.indexOf(']', open) : -1;
  const isWhole = close !== -1 && close < original.length - 1;
  return {
    edits: edits.map((edit) => ({ ...edit, start: edit.start + from, end: edit.end + from })),
    until: isOpen && !isWhole ? open : original.length,
  };
}

/** The same for a text that is whole. */
export function restorationsWhole({ channel, original, values }: StreamedText, restorations: Restorations): Edit[] {
  if (restorations.values.size === 0) return [];
  if (!channel.isApart) return restorationsIn(channel, original, restorations);
  let from = 0;
  return values.flatMap((value) => {
    const offset = from;
    from += value.length;
    const edits = restorationsIn(channel, value, restorations);
    return edits.map((edit) => ({ ...edit, start: edit.start + offset, end: edit.end + offset }));
  });
}
