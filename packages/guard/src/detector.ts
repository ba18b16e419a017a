import type {
  AttributeSignal,
  CoverageGap,
  Generation,
  HazardSignal,
  MaturitySignal,
  MediaContent,
  Modality,
  Stage,
  TextContent,
  View,
} from '@tyrian/contracts';
import type { Languages } from '@tyrian/text';
import type { Calibration } from './policy/calibration.js';

/** Fields that the pipeline fills in, since it knows where the content stands and who looked. */
type FilledIn = 'place' | 'role' | 'stage' | 'detector' | 'version';

/** What a detector saw in one content: a signal without its place. */
export type Sighting = Omit<HazardSignal, FilledIn> | Omit<AttributeSignal, FilledIn> | Omit<MaturitySignal, FilledIn>;

/** `gap` says that the detector could not (wholly) judge this content; what it saw all the same stands in `signals`. */
export interface Observation {
  readonly signals: readonly Sighting[];
  readonly gap?: CoverageGap;
}

/** A text with all its views; `views[0]` is the original, named `raw`. Every detector gets the same views. */
export interface ReadText extends TextContent {
  readonly views: readonly View[];
  /** Which languages the original speaks, and where. */
  readonly languages: Languages;
  /** A view did not fit into the budget and is missing. Unknown where absent. */
  readonly overBudget?: boolean;
}
export type ReadContent = ReadText | MediaContent;

/** Something that a detector can see, and in which languages. */
export interface Covered {
  readonly kind: 'hazard' | 'attribute' | 'maturity';
  readonly name: string;
  /** BCP 47 tags; `any` where language does not matter. */
  readonly languages: readonly string[] | 'any';
}

/**
 * A cascade: a dear detector is asked about a content only where the highest score that a cheaper one gave any hazard
 * there lies in `[from, to]`, or that one has not judged it.
 */
export interface AskedWhen {
  /** Id of the other detector. */
  readonly after: string;
  readonly from: number;
  readonly to: number;
}

/**
 * Looks at one content within its generation and says what it saw. It decides nothing.
 * One file per detector; the registry is derived from what is passed to `createGuard`.
 */
export interface Detector {
  readonly id: string;
  readonly version: string;
  readonly accepts: { readonly modalities: readonly Modality[]; readonly stages: readonly Stage[] };
  /** cheap: microseconds, in line. local: milliseconds of CPU. remote: a network call. */
  readonly cost: 'cheap' | 'local' | 'remote';
  /** It reads the content and nothing else, so that it sees the same whenever the same text comes in the same role. */
  readonly readsContentAlone?: boolean;
  /** How many characters of the original a finding can span; `unbounded` needs the whole text. */
  readonly reach: number | 'unbounded';
  readonly covers: readonly Covered[];
  /**
   * For streaming, where the reach is a number: from where on in the original something stands that is no finding yet, or
   * not all of it, and could become one if text were appended. `content` reads the same whatever is appended, and may end
   * anywhere. The length of the text where nothing could. Absent: all within reach of the end could.
   */
  liveFrom?(content: ReadText): number;
  /**
   * How likely harm is where it gives a score, among texts of which seven in a hundred are harmful; for the verdict's own
   * score. Absent: its scores are probabilities.
   */
  readonly calibration?: Calibration;
  /** Asked only where another detector is uncertain; absent: always asked. */
  readonly asked?: AskedWhen;
  /** Where it fails, the content counts as not covered (`down`), not as failed. */
  readonly optional?: boolean;
  /** Its own rules and their languages, where it has rules that can be switched off. */
  readonly rules?: readonly { readonly id: string; readonly language: string }[];
  run(content: ReadContent, generation: Generation, abort: AbortSignal): Observation | Promise<Observation>;
}

/** Checks a detector's shape at compile time and freezes it. */
export function defineDetector(detector: Detector): Detector {
  return Object.freeze(detector);
}
