import type { Role } from '@tyrian/contracts';
import { type Detector, defineDetector, type ReadText, type Sighting } from '../detector.js';
import { loadLexicon } from '../lexicon/lexicon.js';
import { disguises } from './disguises.js';
import { Findings } from './findings.js';
import { fakeTurns } from './injection/fake-turns.js';
import { hiddenRegions } from './injection/hidden-regions.js';
import { LanguagesOfFindings, speaksAnother } from './languages-of-findings.js';

const INJECTION = { kind: 'hazard', name: 'prompt-injection' } as const;
const VERSION = '1.2.0';
/** Measured as that of the word lists: prompts 69 to 98 % from 0.7 on and 35 % from 0.4, posts about 10 %. */
const CALIBRATION = [
  [0.45, 0.1],
  [0.7, 0.33],
  [1, 0.38],
] as const;

/**
 * How far what is left to certainty is closed, by who speaks. Text that no person typed has no reason to give the model
 * orders; what the operator or the model itself wrote is no injection.
 */
const RAISED: Record<Role, number | undefined> = {
  user: 0,
  tool: 0.6,
  document: 0.6,
  definition: 0.3,
  system: undefined,
  assistant: undefined,
};
/** What scores less is a hint that the role must not lift over the line. */
const RAISED_FROM = 0.5;
/** An order in what a reader of the page does not see was put there for the model. */
const UNSEEN_SCORE = 0.93;
/** Less than this only names what an order would be about. */
const UNSEEN_FROM = 0.3;

/** Phrases that try to take the model over, compiled like any lexicon; graded, and higher where they came indirectly. */
export function promptInjection(bytes: Uint8Array): Detector {
  const phrases = loadLexicon(bytes);
  return defineDetector({
    id: 'prompt-injection',
    version: `${VERSION}+${phrases.checksum}`,
    accepts: { modalities: ['text'], stages: ['input'] },
    cost: 'cheap',
    readsContentAlone: true,
    // Only what goes in is looked at, and that is whole. A feigned conversation has no bound.
    reach: 'unbounded',
    calibration: CALIBRATION,
    covers: [
      { kind: 'hazard', name: 'prompt-injection', languages: phrases.languages },
      { kind: 'hazard', name: 'hidden-text', languages: phrases.languages },
    ],
    run(content) {
      if (content.modality !== 'text') return { signals: [], gap: 'modality' };
      const raised = RAISED[content.role];
      if (raised === undefined) return { signals: [] };
      const findings = new Findings();
      const spoken = new LanguagesOfFindings(content);
      for (const view of content.views) {
        phrases.scan(
          { view, original: content.text, stage: content.stage, role: content.role },
          (rule, pieces, score) => {
            if (!spoken.hold(rule.language, view, pieces)) return 0;
            const graded = score < RAISED_FROM ? score : 1 - (1 - score) * (1 - raised);
            findings.add(view, pieces, { ...rule.signal, score: graded, rule: rule.id });
            return 0;
          },
          () => undefined,
        );
      }
      const sightings = findings.sightings();
      const signals = [...sightings, ...unseenOrders(content, sightings), ...feigned(content), ...disguises(sightings)];
      return speaksAnother(content.languages, phrases.languages) ? { signals, gap: 'language' } : { signals };
    },
  });
}

/** What was found within comments, hidden elements and attributes of a page that a tool or a document brought. */
function unseenOrders({ text, role }: ReadText, sightings: readonly Sighting[]): Sighting[] {
  if (role === 'user' || sightings.length === 0 || !text.includes('<')) return [];
  const regions = hiddenRegions(text);
  const spans = sightings
    .filter(({ score }) => score >= UNSEEN_FROM)
    .flatMap((sighting) => sighting.spans)
    .filter(([start, end]) => regions.some(([from, to]) => start >= from && end <= to));
  if (spans.length === 0) return [];
  return [{ ...INJECTION, score: UNSEEN_SCORE, rule: 'injection.unseen', spans, via: ['raw'] }];
}

function feigned({ text }: ReadText): Sighting[] {
  const turns = fakeTurns(text);
  return turns === undefined
    ? []
    : [{ ...INJECTION, score: turns.score, rule: 'injection.feigned-turns', spans: [turns.span], via: ['raw'] }];
}
