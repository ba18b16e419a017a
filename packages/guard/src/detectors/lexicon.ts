import { type Covered, type Detector, defineDetector, type ReadText } from '../detector.js';
import { type Lexicon, loadLexicon } from '../lexicon/lexicon.js';
import type { CompiledRule, RuleSignal } from '../lexicon/table.js';
import { liveInViews } from '../streaming/open-views.js';
import { disguises } from './disguises.js';
import type { Finding } from './finding.js';
import { Findings } from './findings.js';
import { ANY_LANGUAGE, LanguagesOfFindings, speaksAnother } from './languages-of-findings.js';

const VERSION = '1.2.0';
/**
 * Measured on a fifth of the training rows and our own harmless texts: a word says much in a prompt (0.8 and more: 83 to
 * 91 %) and little in a post (25 %); these are nearer to posts, so that a word alone outranks no sentence.
 */
const CALIBRATION = [
  [0.3, 0.1],
  [0.5, 0.23],
  [0.8, 0.28],
  [1, 0.33],
] as const;
const ADULT = 18;
/** Less than any distance that rules and policies ask about, so that what is told together makes nothing near. */
const NEAR = 64;

export interface LexiconDetectorOptions {
  /** A lexicon of the operator's own runs beside the shipped one: `lexicon:NAME`. */
  readonly id?: string;
  /** What year it is, for ages that follow from a year of birth. */
  readonly thisYear?: () => number;
}

/**
 * Terms, phrases and two-factor rules of a compiled lexicon, and stated ages, in every view. What is seen only once a
 * disguise is undone is signalled as `hidden-text` besides.
 *
 * @example
 * const guard = createPolicyGuard({ policy, detectors: [lexicon(await readFile('lexicon.bin'))] });
 */
export function lexicon(bytes: Uint8Array, { id = 'lexicon', thisYear }: LexiconDetectorOptions = {}): Detector {
  const loaded = loadLexicon(bytes, thisYear === undefined ? {} : { thisYear });
  return defineDetector({
    id,
    version: `${VERSION}+${loaded.checksum}`,
    accepts: { modalities: ['text'], stages: ['input', 'output'] },
    cost: 'cheap',
    readsContentAlone: true,
    reach: loaded.reach,
    covers: coveredBy(loaded),
    calibration: CALIBRATION,
    rules: loaded.rules,
    liveFrom: (content) => liveFrom(loaded, content),
    run(content) {
      if (content.modality !== 'text') return { signals: [], gap: 'modality' };
      const signals = scan(loaded, content);
      return speaksAnother(content.languages, loaded.languages) ? { signals, gap: 'language' } : { signals };
    },
  });
}

function liveFrom(loaded: Lexicon, content: ReadText): number {
  const { text: original, stage, role } = content;
  const spoken = new LanguagesOfFindings(content);
  return liveInViews(content, (view) =>
    loaded.liveFrom({ view, original, stage, role }, (language, start, end) =>
      spoken.mayHold(language, view, start, end),
    ),
  );
}

function scan(loaded: Lexicon, content: ReadText) {
  let findings: Findings | undefined;
  const spoken = new LanguagesOfFindings(content);
  for (const view of content.views) {
    loaded.scan(
      { view, original: content.text, stage: content.stage, role: content.role },
      (rule, pieces, score) => {
        const finding = findingOf(rule, score);
        findings ??= new Findings({ near: NEAR });
        const isTold = (pieces[0]?.[0] ?? 0) < findings.toldUpTo(view, finding);
        if (!isTold && !spoken.hold(rule.language, view, pieces)) return 0;
        findings.add(view, pieces, finding);
        return findings.toldUpTo(view, finding);
      },
      ({ years, start, end, score, language }) => {
        const finding = ageFinding(years < ADULT ? 'minor' : 'adult-stated', score);
        if (!spoken.hold(language, view, [[start, end]])) return;
        findings ??= new Findings({ near: NEAR });
        findings.add(view, [[start, end]], finding);
      },
    );
  }
  if (findings === undefined) return [];
  const sightings = findings.sightings();
  return [...sightings, ...disguises(sightings)];
}

const findingsOfRules = new WeakMap<CompiledRule, Map<number, Finding>>();
const findingsOfAges = new Map<string, Finding>();

/** What a rule says; the same object each time it says so as surely, since a text may have a rule find much. */
function findingOf(rule: CompiledRule, score: number): Finding {
  let byScore = findingsOfRules.get(rule);
  if (byScore === undefined) {
    byScore = new Map();
    findingsOfRules.set(rule, byScore);
  }
  let finding = byScore.get(score);
  if (finding === undefined) {
    finding = { ...rule.signal, score, rule: rule.id };
    byScore.set(score, finding);
  }
  return finding;
}

function ageFinding(name: 'minor' | 'adult-stated', score: number): Finding {
  const key = `${name} ${score}`;
  const finding: Finding = findingsOfAges.get(key) ?? { kind: 'attribute', name, score, rule: `age.${name}` };
  findingsOfAges.set(key, finding);
  return finding;
}

/** What some rule says, in the languages of those that do. */
function coveredBy({ rules, languagesOfAges, languages }: Lexicon): Covered[] {
  const byName = new Map<string, { kind: RuleSignal['kind']; name: string; languages: Set<string> }>();
  const add = (kind: RuleSignal['kind'], name: string, language: string) => {
    const entry = byName.get(`${kind} ${name}`) ?? { kind, name, languages: new Set() };
    entry.languages.add(language);
    byName.set(`${kind} ${name}`, entry);
  };
  for (const { signal, language } of rules) add(signal.kind, signal.name, language);
  for (const language of languagesOfAges) {
    add('attribute', 'minor', language);
    add('attribute', 'adult-stated', language);
  }
  // Whatever is there to be found may be in disguise.
  if (byName.size > 0) for (const language of languages) add('hazard', 'hidden-text', language);
  return [...byName.values()].map(({ kind, name, languages }) => ({
    kind,
    name,
    languages: languages.has(ANY_LANGUAGE) ? ANY_LANGUAGE : [...languages],
  }));
}
