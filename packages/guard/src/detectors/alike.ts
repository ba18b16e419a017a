import type { Span, View } from '@tyrian/contracts';
import { spansOf } from '@tyrian/text';
import type { Pieces } from '../lexicon/evaluate.js';
import type { Finding } from './finding.js';

/** Findings that are told one by one; the last one takes in the spans of all that follow. */
const ONE_BY_ONE = 25;
/** Spans that the last one takes in: there is no end to what somebody may repeat. */
const SPANS_MAX = 1_000;
/** No text is longer, so that a place fits into so many parts of a number. */
const PLACES = 2 ** 21;

/** One finding, through all the views that show it, by all the rules that say it. */
export interface Draft {
  readonly finding: Finding;
  readonly rules: string[];
  readonly spans: Span[];
  readonly via: string[];
}

/** Findings in one content that say the same, equally surely. */
export class Alike {
  /** By where the match begins and ends in the original. */
  readonly #drafts = new Map<number, Draft>();
  #last: Draft | undefined;
  /** Where the last one was told, once there are many: in which view, up to where, and by which of its spans. */
  #view: View | undefined;
  #end = 0;
  #at = 0;
  readonly #near: number;

  /** @param near one of many that stands so near to the one before, in the view, is told with it; 0: none is */
  constructor(near: number) {
    this.#near = near;
  }

  get drafts(): Iterable<Draft> {
    return this.#drafts.values();
  }

  add(view: View, pieces: Pieces, finding: Finding): void {
    const place = placeOf(view, pieces);
    const known = this.#drafts.get(place) ?? (this.#isFull() ? this.#last : undefined);
    if (known === undefined) {
      const spans = pieces.flatMap(([start, end]) => spansOf(view, start, end));
      this.#last = { finding, rules: finding.rule === undefined ? [] : [finding.rule], spans, via: [view.name] };
      this.#drafts.set(place, this.#last);
      return;
    }
    if (!known.via.includes(view.name)) known.via.push(view.name);
    if (finding.rule !== undefined && !known.rules.includes(finding.rule)) known.rules.push(finding.rule);
    if (this.#isFull() && known === this.#last) this.#takeIn(known.spans, view, pieces, place);
  }

  /** The offset in the view up to which more findings of this rule are told already; 0 while each is told by itself. */
  toldUpTo(view: View, { rule }: Finding): number {
    if (this.#near === 0 || view !== this.#view || this.#last === undefined) return 0;
    return rule === undefined || this.#last.rules.includes(rule) ? this.#end + this.#near : 0;
  }

  #isFull(): boolean {
    return this.#drafts.size >= ONE_BY_ONE;
  }

  /** Nothing is lost that way: what stands between two that are near is taken for found as well. */
  #takeIn(spans: Span[], view: View, pieces: Pieces, place: number): void {
    const from = Math.floor(place / PLACES);
    const to = place % PLACES;
    const start = pieces[0]?.[0] ?? 0;
    const isNear = this.#near > 0 && view === this.#view && start <= this.#end + this.#near;
    if (view !== this.#view) this.#at = 0;
    this.#view = view;
    this.#end = pieces.at(-1)?.[1] ?? 0;
    const last = spans[this.#at];
    if (isNear && last !== undefined) {
      widen(last, from, to);
      return;
    }
    // Another view tells mostly of the same places, in the same order.
    while (this.#at < spans.length && (spans[this.#at]?.[1] ?? 0) < to) this.#at++;
    const there = spans[this.#at];
    if (there !== undefined && there[0] <= from) return;
    if (spans.length < SPANS_MAX) spans.push([from, to]);
    this.#at = spans.length - 1;
    widen(spans[this.#at] as Span, from, to);
  }
}

function widen(span: Span, from: number, to: number): void {
  if (from < span[0]) span[0] = from;
  if (to > span[1]) span[1] = to;
}

/** Where it begins and ends in the original, as one number. */
function placeOf({ map, ends }: View, pieces: Pieces): number {
  const first = pieces[0]?.[0] ?? 0;
  const end = pieces.at(-1)?.[1] ?? 0;
  if (map === undefined || ends === undefined) return first * PLACES + end;
  // What was read backwards begins at its end.
  const from = Math.min(map[first] ?? 0, map[end - 1] ?? 0);
  return from * PLACES + Math.max(ends[first] ?? 0, ends[end - 1] ?? 0);
}
