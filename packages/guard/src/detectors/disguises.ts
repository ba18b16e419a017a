import { disguisesOf } from '@tyrian/text';
import type { Sighting } from '../detector.js';

/** How much each disguise says of the wish to hide: encodings of web pages and emphasis little, ciphers much. */
const INTENT: Readonly<Record<string, number>> = {
  stretched: 0.3,
  escapes: 0.4,
  split: 0.55,
  leet: 0.6,
  confusables: 0.75,
  reversed: 0.8,
  rot13: 0.9,
  base64: 0.9,
  hex: 0.9,
  binary: 0.9,
  tags: 0.95,
};
const UNKNOWN_INTENT = 0.5;
/** Of what is no hazard by itself, slang and emphasis are the usual reason. */
const MATURITY_SHARE = 0.5;

/**
 * What was seen only once a disguise was undone, as `hidden-text`: one signal for each way of hiding, no surer than what
 * was found there. Plain text that says the same is not reported.
 */
export function disguises(sightings: readonly Sighting[]): Sighting[] {
  const drafts = new Map<string, { score: number; spans: Sighting['spans'][number][] }>();
  for (const { kind, via, spans, score } of sightings) {
    if (kind === 'attribute') continue;
    const plainest = plainestOf(via);
    if (plainest === undefined || plainest.intent === 0) continue;
    const draft = drafts.get(plainest.view) ?? { score: 0, spans: [] };
    draft.score = Math.max(draft.score, score * plainest.intent * (kind === 'maturity' ? MATURITY_SHARE : 1));
    draft.spans.push(...spans);
    drafts.set(plainest.view, draft);
  }
  return [...drafts].map(([view, { score, spans }]) => ({
    kind: 'hazard',
    name: 'hidden-text',
    score,
    spans,
    via: [view],
    rule: 'disguised',
  }));
}

/** The view that shows it with the least undone. */
function plainestOf(via: readonly string[]): { view: string; intent: number } | undefined {
  let plainest: { view: string; intent: number } | undefined;
  for (const view of via) {
    const intent = intentOf(view);
    if (plainest === undefined || intent < plainest.intent) plainest = { view, intent };
  }
  return plainest;
}

/** 0 where nothing was undone; several disguises on one another are worse than the worst of them. */
function intentOf(view: string): number {
  return 1 - disguisesOf(view).reduce((doubt, step) => doubt * (1 - (INTENT[step] ?? UNKNOWN_INTENT)), 1);
}
