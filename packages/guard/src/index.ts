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
export { promptInjection } from './detectors/prompt-injection.js';
export type { CheckOptions, CoverageRow, Guard, LoadedPolicy } from './guard.js';
export { compileLexicons, type LexiconSource } from './lexicon/compile.js';
export { ALLOWED_MAX, AllowList, compileAllowList } from './pipeline/allow-list.js';
export { createPolicyGuard, type GuardOptions, MAX_CHARACTERS } from './pipeline/create-guard.js';
export { isNeededByLockedRules, type Switches } from './pipeline/switches.js';
export { loadPolicy, type PolicySource, restorePolicy, withMode, withRules } from './policy/load.js';
export { repairText } from './policy/repairs.js';
export { type Edit, edited } from './redaction/edit.js';
export { NOTHING_TO_RESTORE, type Restorations, restorationsOf } from './redaction/restorations.js';
export { type RestoreOptions, restorationEdits, restore } from './redaction/restore.js';
export { isJsonDocument, jsonRestorationEdits } from './redaction/restore-json.js';
export { createReplay, type PromptRecord, type Replay, type ReplayDoubt, type Replayed } from './replay/replay.js';
export {
  createReplayReporter,
  type ReplayableRecord,
  type ReplayReport,
  type ReplayReporter,
} from './replay/report.js';
export { type Share, shareOf } from './replay/wilson.js';
