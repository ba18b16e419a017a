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
export { lexicon } from './detectors/lexicon.js';
export { links } from './detectors/links/links.js';
export type { PatternSource } from './detectors/patterns/pattern-file.js';
export { patterns } from './detectors/patterns/patterns.js';
export { personalData } from './detectors/personal-data/personal-data.js';
export { promptInjection } from './detectors/prompt-injection.js';
export { secrets } from './detectors/secrets/secrets.js';
export type { CheckOptions, CoverageRow, Guard, LoadedPolicy } from './guard.js';
export { compileLexicons, type LexiconSource } from './lexicon/compile.js';
export { createPolicyGuard, type GuardOptions, MAX_CHARACTERS } from './pipeline/create-guard.js';
export { loadPolicy, type PolicySource, withMode, withRules } from './policy/load.js';
export { repairText } from './policy/repairs.js';
