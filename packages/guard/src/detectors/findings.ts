import type { Span, View } from '@tyrian/contracts';
import { spansOf } from '@tyrian/text';
import type { Sighting } from '../detector.js';
import type { Pieces } from '../lexicon/evaluate.js';

type WithoutSpans<Seen> = Seen extends Sighting ? Omit<Seen, 'spans' | 'via'> : never;
/** A sighting before it is known where in the original it stands. */
export type Finding = WithoutSpans<Sighting>;

/** Signals that one rule gives for one content; the last one takes in the spans of all that follow. */
const PER_RULE_MAX = 100;
/** Spans that the last one takes in: there is no end to what somebody may repeat. */
const SPANS_MAX = 1_000;

interface Draft {
  readonly finding: Finding;
  spans: Span[];
  via: string[];
}

/** Gathers what was found in the views of one content: the same match through several views is one sighting. */
export class Findings {
  readonly #drafts = new Map<string, Draft>();
  readonly #perRule = new Map<string, { count: number; last: Draft }>();

  add(view: View, pieces: Pieces, finding: Finding): void {
    const spans = pieces.flatMap(([start, end]) => spansOf(view, start, end));
    const rule = finding.rule ?? '';
    const key = `${rule} ${spans.join(';')} ${finding.score}`;
    const draft = this.#drafts.get(key);
    if (draft !== undefined) {
      if (!draft.via.includes(view.name)) draft.via.push(view.name);
      return;
    }
    const seen = this.#perRule.get(rule);
    if (seen !== undefined && seen.count >= PER_RULE_MAX) {
      if (seen.last.spans.length < SPANS_MAX) for (const span of spans) seen.last.spans.push(span);
      if (!seen.last.via.includes(view.name)) seen.last.via.push(view.name);
      return;
    }
    const made: Draft = { finding, spans, via: [view.name] };
    this.#drafts.set(key, made);
    this.#perRule.set(rule, { count: (seen?.count ?? 0) + 1, last: made });
  }

  sightings(): Sighting[] {
    return [...this.#drafts.values()].map(({ finding, spans, via }) => ({ ...finding, spans, via }));
  }
}
