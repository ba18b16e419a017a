import type { Role } from '@tyrian/contracts';
import { type Detector, defineDetector } from '../detector.js';
import { loadLexicon } from '../lexicon/lexicon.js';
import { disguises } from './disguises.js';
import { Findings } from './findings.js';
import { LanguagesOfFindings, speaksAnother } from './languages-of-findings.js';

const VERSION = '1.2.0';

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

/** Phrases that try to take the model over, compiled like any lexicon; graded, and higher where they came indirectly. */
export function promptInjection(bytes: Uint8Array): Detector {
  const phrases = loadLexicon(bytes);
  return defineDetector({
    id: 'prompt-injection',
    version: `${VERSION}+${phrases.checksum}`,
    accepts: { modalities: ['text'], stages: ['input'] },
    cost: 'cheap',
    reach: phrases.reach,
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
          view,
          content.stage,
          content.role,
          (rule, pieces, score) => {
            if (!spoken.hold(rule.language, view, pieces)) return;
            const graded = score < RAISED_FROM ? score : 1 - (1 - score) * (1 - raised);
            findings.add(view, pieces, { ...rule.signal, score: graded, rule: rule.id });
          },
          () => undefined,
        );
      }
      const sightings = findings.sightings();
      const signals = [...sightings, ...disguises(sightings)];
      return speaksAnother(content.languages, phrases.languages) ? { signals, gap: 'language' } : { signals };
    },
  });
}
