export { diffPolicies, type PolicyDiff } from './authoring/diff.js';
export { explainDecision, type PolicyExplanation } from './authoring/explain.js';
export { type Goldens, parseGoldens } from './authoring/goldens.js';
export type { Finding } from './authoring/lint/finding.js';
export { lintPolicy, type PolicyFile } from './authoring/lint/lint-policy.js';
export { nameOf } from './authoring/names.js';
export { type GoldenResult, runGoldens } from './authoring/run-goldens.js';
export { StandIn, StandInGap, type StandIns, toEvidence } from './authoring/stand-in.js';
export {
  type AskedWhen,
  type Covered,
  type Detector,
  defineDetector,
  type Observation,
  type ReadContent,
  type ReadText,
  type Sighting,
} from './detector.js';
export { classifier } from './detectors/classifier.js';
export { type GuardModelDetectorOptions, guardModel } from './detectors/guard-model.js';
export { hiddenText } from './detectors/hidden-text.js';
export { type LexiconDetectorOptions, lexicon } from './detectors/lexicon.js';
export { links } from './detectors/links/links.js';
export { holdsPatterns, type PatternSource } from './detectors/patterns/pattern-file.js';
export { patterns } from './detectors/patterns/patterns.js';
export { personalData } from './detectors/personal-data/personal-data.js';
export { promptInjection } from './detectors/prompt-injection.js';
export { secrets } from './detectors/secrets/secrets.js';
export { type BenignLine, readCorpus } from './fairness/corpus.js';
export { type JudgedLine, type Tally, tally, tallyBy } from './fairness/tally.js';
export { expandTemplates } from './fairness/templates.js';
export type { CheckOptions, CoverageRow, Guard, LoadedPolicy } from './guard.js';
export { compileLexicons, type LexiconSource } from './lexicon/compile.js';
export { ALLOWED_MAX, AllowList, compileAllowList } from './pipeline/allow-list.js';
export { createPolicyGuard, type GuardOptions, lookingFor } from './pipeline/create-guard.js';
export { MAX_CHARACTERS } from './pipeline/read-once.js';
export { isNeededByLockedRules, type Switches } from './pipeline/switches.js';
export { compilePolicy, type Judge, type Judgement, type Subject } from './policy/evaluate.js';
export type { Evidence } from './policy/evidence.js';
export { canonicalJson, loadPolicy, type PolicySource, restorePolicy, withMode, withRules } from './policy/load.js';
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
export {
  type Agreement,
  agreementMatrix,
  agreementOf,
  cohensKappa,
  krippendorffsAlpha,
  NO_RATING,
  type Ratings,
} from './statistics/agreement.js';
export {
  type BootstrapOptions,
  bootstrap,
  bootstrapEach,
  bootstrapRanking,
  type Interval,
  pairedBootstrap,
  type ScoredRows,
  type TwiceScoredRows,
} from './statistics/bootstrap.js';
export {
  brier,
  brierOf,
  type CalibrationBin,
  calibrationBins,
  calibrationBinsOf,
  expectedCalibrationError,
} from './statistics/calibration.js';
export { bestF1, bestF1Of, type F1Point, f1At } from './statistics/f1.js';
export { auprc, auprcOf, type PrecisionRecallCurve, precisionRecall } from './statistics/precision-recall.js';
export { seededRandom } from './statistics/random.js';
export { type Labels, type Ranking, rank, type Scores } from './statistics/rank.js';
export {
  type OperatingPoint,
  recallAt,
  recallAtFalsePositives,
  recallAtFalsePositivesOf,
} from './statistics/recall-at-false-positives.js';
export { auroc, aurocOf, type RocCurve, rocCurve } from './statistics/roc.js';
export { type Share, shareOf } from './statistics/share-of.js';
export { createHoldBack, type HoldBack } from './streaming/hold-back.js';
