import type { Repair, Span } from '@tyrian/contracts';
import { createNumbering } from './numbering.js';

/** A piece of a text that is to be replaced. */
export interface Redaction {
  readonly place: string;
  readonly span: Span;
  /** The replacement, in which only `{n}` is still open. */
  readonly template: string;
  readonly restore: boolean;
}

/**
 * What to put where, with numbers by the order of first appearance. Redactions that overlap become one, under the
 * template of the first: a value is replaced whole, or it would not come back whole.
 */
export function redact(
  redactions: readonly Redaction[],
  texts: ReadonlyMap<string, string>,
  reserved: readonly string[] = [],
): Repair[] {
  const number = createNumbering(texts.values(), reserved);
  const byPlace = new Map<string, Redaction[]>();
  for (const one of redactions) {
    const here = byPlace.get(one.place);
    if (here) here.push(one);
    else byPlace.set(one.place, [one]);
  }
  const repairs: Repair[] = [];
  for (const place of new Set([...texts.keys(), ...byPlace.keys()])) {
    const text = texts.get(place);
    const here = new Map<string, { place: string; spans: Span[]; replacement: string; restore?: true }>();
    for (const { span, template, restore } of apart(byPlace.get(place) ?? [])) {
      const value = text === undefined ? `${place} ${span.join('-')}` : text.slice(...span);
      const replacement = number(template, value);
      const repair = here.get(replacement) ?? { place, spans: [], replacement, ...(restore && { restore }) };
      repair.spans.push(span);
      here.set(replacement, repair);
    }
    repairs.push(...here.values());
  }
  return repairs;
}

type Cut = Pick<Redaction, 'span' | 'template' | 'restore'>;

/** Sorted, without overlaps. Neighbours that look alike once replaced become one too. */
function apart(redactions: readonly Redaction[]): Cut[] {
  const cuts: Cut[] = [];
  for (const { span, template, restore } of [...redactions].sort(byStart)) {
    const last = cuts.at(-1);
    if (!last || !joins(last, span, template)) {
      cuts.push({ span, template, restore });
      continue;
    }
    const whole: Span = [last.span[0], Math.max(last.span[1], span[1])];
    cuts[cuts.length - 1] = { span: whole, template: last.template, restore: last.restore && restore };
  }
  return cuts;
}

function byStart(a: Redaction, b: Redaction): number {
  return a.span[0] - b.span[0] || b.span[1] - a.span[1];
}

function joins(last: Cut, [start]: Span, template: string): boolean {
  const end = last.span[1];
  return start < end || (start === end && template === last.template && !template.includes('{n}'));
}
