import type { Span } from '@tyrian/contracts';
import { disguisedSpans, disguisesOf, findTagRuns, readViews } from '@tyrian/text';
import { type Detector, defineDetector, type ReadText, type Sighting } from '../detector.js';
import { findHiddenRuns, type HiddenKind, type HiddenRun } from './hidden-runs.js';

/** Score of one run that stands between words: copied from a web page, as often as not. */
const STRAY = 0.2;
/** Scores of one, two, three and more runs inside words. */
const INSIDE_WORDS = [0, 0.5, 0.7, 0.85];
/** A run this long is no accident: it can carry a message. */
const LONG_RUN = 8;
const LONG_RUN_SCORE = 0.9;
/** So many hidden units to seen ones that the text is there to hide. */
const DENSE = 0.1;
const DENSE_SCORE = 0.9;
const KIND_FLOOR: Record<HiddenKind, number> = {
  'zero-width': 0,
  bidi: 0.5,
  variation: 0.3,
  filler: 0.3,
  'soft-hyphen': 0,
  control: 0.2,
};
const PRINTABLE_ASCII = /^[\t\n\r\x20-\x7e]*$/;
/** Text in such a form is no fault by itself; a score this low is kept for who reads the record. */
const ENCODINGS = new Set(['base64', 'hex', 'binary', 'rot13', 'reversed']);
const ENCODED_SCORE = 0.3;

/** Characters that nobody can see where they have no honest use. The spans are those characters and nothing else. */
export const hiddenText: Detector = defineDetector({
  id: 'hidden-text',
  version: '1.1.0',
  accepts: { modalities: ['text'], stages: ['input', 'output'] },
  cost: 'cheap',
  readsContentAlone: true,
  // Density and number are those of the whole text.
  reach: 'unbounded',
  covers: [{ kind: 'hazard', name: 'hidden-text', languages: 'any' }],
  run(content) {
    if (content.modality !== 'text') return { signals: [], gap: 'modality' };
    if (content.views.length === 1 && PRINTABLE_ASCII.test(content.text) && content.overBudget !== true)
      return { signals: [] };
    return { signals: look(content) };
  },
});

function look(content: ReadText): Sighting[] {
  const { text } = content;
  const signals: Sighting[] = [];
  if (content.overBudget ?? readViews(text).overBudget)
    signals.push(hidden('over-budget', 1, [[0, text.length]], ['raw']));
  const tags = findTagRuns(text).filter((run) => !run.inFlag);
  if (tags.length > 0) {
    const units = tags.reduce((sum, { start, end }) => sum + end - start, 0);
    const spelled = content.views.some((view) => view.name === 'tags');
    const score = units >= 6 ? 0.97 : 0.85;
    signals.push(
      hidden(
        'tags',
        score,
        tags.map(({ start, end }): Span => [start, end]),
        spelled ? ['raw', 'tags'] : ['raw'],
      ),
    );
  }
  const runs = findHiddenRuns(text);
  const dense = runs.reduce((sum, { start, end }) => sum + end - start, 0) > text.length * DENSE && runs.length > 2;
  for (const [kind, ofKind] of byKind(runs)) {
    signals.push(
      hidden(
        kind,
        dense ? DENSE_SCORE : scoreOf(kind, ofKind),
        ofKind.map(({ start, end }): Span => [start, end]),
        ['raw'],
      ),
    );
  }
  for (const view of content.views) {
    if (!disguisesOf(view.name).some((step) => ENCODINGS.has(step))) continue;
    signals.push(hidden('encoded', ENCODED_SCORE, disguisedSpans(text, view), [view.name]));
  }
  return signals;
}

function byKind(runs: readonly HiddenRun[]): Map<HiddenKind, HiddenRun[]> {
  const kinds = new Map<HiddenKind, HiddenRun[]>();
  for (const run of runs) {
    const same = kinds.get(run.kind);
    if (same === undefined) kinds.set(run.kind, [run]);
    else same.push(run);
  }
  return kinds;
}

function scoreOf(kind: HiddenKind, runs: readonly HiddenRun[]): number {
  if (runs.some(({ start, end }) => end - start >= LONG_RUN)) return LONG_RUN_SCORE;
  const inside = runs.filter((run) => run.insideWord).length;
  const insideScore = INSIDE_WORDS[Math.min(inside, INSIDE_WORDS.length - 1)] ?? 0;
  const strayScore = Math.min(STRAY + 0.02 * (runs.length - 1), 0.45);
  return Math.max(insideScore, strayScore, KIND_FLOOR[kind]);
}

function hidden(rule: string, score: number, spans: readonly Span[], via: readonly string[]): Sighting {
  return { kind: 'hazard', name: 'hidden-text', score, spans, via, rule };
}
