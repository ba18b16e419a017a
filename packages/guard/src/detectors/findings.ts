import type { Span, View } from '@tyrian/contracts';
import { spansOf } from '@tyrian/text';
import type { Sighting } from '../detector.js';
import type { Pieces } from '../lexicon/evaluate.js';

type WithoutSpans<Seen> = Seen extends Sighting ? Omit<Seen, 'spans' | 'via'> : never;
/** A sighting before it is known where in the original it stands. */
export type Finding = WithoutSpans<Sighting>;

/** Signals that one rule gives for one content; the last one takes in the spans of all that follow. */
const PER_RULE_MAX = 25;
/** Spans that the last one takes in, unless told otherwise: there is no end to what somebody may repeat. */
const SPANS_MAX = 1_000;
/** No text is longer, so that a place fits into so many parts of a number. */
const PLACES = 2 ** 21;
const SCORES = 128;

interface Draft {
  readonly finding: Finding;
  spans: Span[];
  via: string[];
}

interface OfRule {
  /** By where the match begins and ends in the original, and its score. */
  readonly drafts: Map<number, Draft>;
  last: Draft | undefined;
}

/** Gathers what was found in the views of one content: the same match through several views is one sighting. */
export class Findings {
  readonly #byRule = new Map<string, OfRule>();
  readonly #spansMax: number;

  constructor(spansMax = SPANS_MAX) {
    this.#spansMax = spansMax;
  }

  /** Whether a rule has found so much in this view that its last span takes in all that follows. */
  isFull(rule: string, view: View): boolean {
    const found = this.#byRule.get(rule);
    return found !== undefined && this.#isFull(found, view);
  }

  #isFull({ drafts, last }: OfRule, view: View): boolean {
    if (last === undefined || drafts.size < PER_RULE_MAX) return false;
    return last.spans.length >= this.#spansMax && last.via.includes(view.name);
  }

  add(view: View, pieces: Pieces, finding: Finding): void {
    const name = finding.rule ?? '';
    let rule = this.#byRule.get(name);
    if (rule === undefined) {
      rule = { drafts: new Map(), last: undefined };
      this.#byRule.set(name, rule);
    }
    const { drafts, last } = rule;
    if (last !== undefined && this.#isFull(rule, view)) {
      widen(last, view, pieces);
      return;
    }
    const spans = pieces.flatMap(([start, end]) => spansOf(view, start, end));
    const place = ((spans[0]?.[0] ?? 0) * PLACES + (spans.at(-1)?.[1] ?? 0)) * SCORES + Math.round(finding.score * 100);
    const known = drafts.get(place);
    if (known !== undefined) {
      if (!known.via.includes(view.name)) known.via.push(view.name);
    } else if (last !== undefined && drafts.size >= PER_RULE_MAX) {
      if (last.spans.length < this.#spansMax) for (const span of spans) last.spans.push(span);
      if (!last.via.includes(view.name)) last.via.push(view.name);
    } else {
      rule.last = { finding, spans, via: [view.name] };
      drafts.set(place, rule.last);
    }
  }

  sightings(): Sighting[] {
    return [...this.#byRule.values()].flatMap(({ drafts }) =>
      [...drafts.values()].map(({ finding, spans, via }) => ({ ...finding, spans, via })),
    );
  }
}

/** Nothing is lost that way: what stands between is taken for found as well. */
function widen({ spans }: Draft, view: View, pieces: Pieces): void {
  const last = spans.at(-1);
  const [start = 0, end = 0] = pieces.at(-1) ?? [];
  const reached = view.map === undefined ? end : (spansOf(view, start, end).at(-1)?.[1] ?? 0);
  if (last !== undefined && reached > last[1]) last[1] = reached;
}
