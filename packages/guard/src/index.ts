export {
  type Covered,
  type Detector,
  defineDetector,
  type Observation,
  type ReadContent,
  type ReadText,
  type Sighting,
} from './detector.js';
export { hiddenText } from './detectors/hidden-text.js';
export { type LexiconDetectorOptions, lexicon } from './detectors/lexicon.js';
export { promptInjection } from './detectors/prompt-injection.js';
export { type BenignLine, readCorpus } from './fairness/corpus.js';
export { type JudgedLine, type Tally, tally, tallyBy } from './fairness/tally.js';
export { expandTemplates } from './fairness/templates.js';
export type { CheckOptions, CoverageRow, Guard, LoadedPolicy } from './guard.js';
export { compileLexicons, type LexiconSource } from './lexicon/compile.js';
export { createPolicyGuard, type GuardOptions, MAX_CHARACTERS } from './pipeline/create-guard.js';
export { loadPolicy, type PolicySource, withMode, withRules } from './policy/load.js';
export { repairText } from './policy/repairs.js';
