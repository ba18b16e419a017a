import { type Covered, type Detector, defineDetector, type ReadText } from '../detector.js';
import { type Lexicon, loadLexicon } from '../lexicon/lexicon.js';
import type { RuleSignal } from '../lexicon/table.js';
import { disguises } from './disguises.js';
import { isEnglish } from './english.js';
import { Findings } from './findings.js';

const VERSION = '1.1.0';
const ADULT = 18;

/**
 * Terms, phrases and two-factor rules of a compiled lexicon, and stated ages, in every view. What is seen only once a
 * disguise is undone is signalled as `hidden-text` besides.
 *
 * @example
 * const guard = createPolicyGuard({ policy, detectors: [lexicon(await readFile('lexicon.bin'))] });
 */
export function lexicon(bytes: Uint8Array): Detector {
  const loaded = loadLexicon(bytes);
  return defineDetector({
    id: 'lexicon',
    version: `${VERSION}+${loaded.checksum}`,
    accepts: { modalities: ['text'], stages: ['input', 'output'] },
    cost: 'cheap',
    reach: loaded.reach,
    covers: coveredBy(loaded),
    rules: loaded.rules,
    run(content) {
      if (content.modality !== 'text') return { signals: [], gap: 'modality' };
      const signals = scan(loaded, content);
      return isEnglish(content.text) ? { signals } : { signals, gap: 'language' };
    },
  });
}

function scan(loaded: Lexicon, content: ReadText) {
  let findings: Findings | undefined;
  for (const view of content.views) {
    loaded.scan(
      view,
      content.stage,
      content.role,
      (rule, pieces, score) => {
        findings ??= new Findings();
        findings.add(view, pieces, { ...rule.signal, score, rule: rule.id });
      },
      ({ years, start, end, score }) => {
        findings ??= new Findings();
        const name = years < ADULT ? 'minor' : 'adult-stated';
        findings.add(view, [[start, end]], { kind: 'attribute', name, score, rule: `age.${name}` });
      },
    );
  }
  if (findings === undefined) return [];
  const sightings = findings.sightings();
  return [...sightings, ...disguises(sightings)];
}

function coveredBy(loaded: Lexicon): Covered[] {
  const signals: Pick<RuleSignal, 'kind' | 'name'>[] = loaded.rules.map((rule) => rule.signal);
  if (loaded.hasAges) signals.push({ kind: 'attribute', name: 'minor' }, { kind: 'attribute', name: 'adult-stated' });
  // Whatever is there to be found may be in disguise.
  if (signals.length > 0) signals.push({ kind: 'hazard', name: 'hidden-text' });
  const unique = new Map(
    signals.map(({ kind, name }) => [`${kind} ${name}`, { kind, name, languages: loaded.languages }]),
  );
  return [...unique.values()];
}
