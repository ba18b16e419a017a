import { type MappedText, MappedTextBuilder } from './mapped-text.js';

/** Rules look for context this far away, so a view shows as much around what differs. */
const CONTEXT = 200;
/** Keeps apart what does not stand side by side: a new paragraph, and more units than a rule reaches over. */
const GAP = `\n\n${' '.repeat(CONTEXT)}`;

/** Stretches of a text, as start and end by turns. */
export type Stretches = readonly number[];

/** Where a text differs from the one that it was made from. */
export function changedStretches(source: string, { text, map, ends }: MappedText): Stretches {
  const stretches: number[] = [];
  let expected = 0;
  for (let unit = 0; unit < text.length; unit++) {
    const start = map[unit] as number;
    const end = ends[unit] as number;
    const width = end - start;
    // The second half of a pair comes from where the first one does.
    const place = width === 2 && unit > 0 && map[unit - 1] === start ? start + 1 : start;
    const follows = start === expected || place > start;
    const isKept = follows && (width === 1 || width === 2) && source.charCodeAt(place) === text.charCodeAt(unit);
    const isWhole = width === 1 || place > start || text.charCodeAt(unit + 1) === source.charCodeAt(start + 1);
    expected = end;
    if (!isKept || !isWhole) extend(stretches, unit, unit + 1);
  }
  if (expected < source.length) extend(stretches, Math.max(0, text.length - 1), text.length);
  return stretches;
}

/** Where one rewriting of a text differs from another one of the same text. */
export function otherStretches(first: MappedText, second: MappedText): Stretches {
  const stretches: number[] = [];
  let at = 0;
  for (let unit = 0; unit < second.text.length; unit++) {
    const start = second.map[unit] as number;
    while (at < first.text.length && (first.map[at] as number) < start) at++;
    const isSame = first.map[at] === start && first.text.charCodeAt(at) === second.text.charCodeAt(unit);
    if (isSame && at < first.text.length) at++;
    else extend(stretches, unit, unit + 1);
  }
  return stretches;
}

function extend(stretches: number[], start: number, end: number): void {
  const last = stretches.length - 1;
  if (last > 0 && start <= (stretches[last] as number)) stretches[last] = end;
  else stretches.push(start, end);
}

/** The stretches with what stands around them; a text of which little would be left out is kept whole. */
export function excerpt(mapped: MappedText, stretches: Stretches): MappedText {
  const { text, map } = mapped;
  const windows: number[] = [];
  for (let at = 0; at < stretches.length; at += 2) {
    const start = Math.max(0, (stretches[at] as number) - CONTEXT);
    const end = Math.min(text.length, (stretches[at + 1] as number) + CONTEXT);
    const last = windows.length - 1;
    if (last > 0 && start - (windows[last] as number) <= GAP.length) windows[last] = end;
    else windows.push(start <= GAP.length && windows.length === 0 ? 0 : start, end);
  }
  const last = windows.length - 1;
  if (text.length - (windows[last] ?? 0) <= GAP.length) windows[last] = text.length;
  if (windows.length === 2 && windows[0] === 0 && windows[1] === text.length) return mapped;
  const builder = new MappedTextBuilder(text.length, Number.POSITIVE_INFINITY);
  for (let at = 0; at < windows.length; at += 2) {
    const start = windows[at] as number;
    if (at > 0) builder.add(GAP, map[start] as number, map[start] as number);
    builder.copy(mapped, edgeBefore(text, start), edgeBefore(text, windows[at + 1] as number));
  }
  return builder.finish(map[text.length] as number);
}

/** No half of a pair stands at an edge. */
export function edgeBefore(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff && at > 0 ? at - 1 : at;
}
