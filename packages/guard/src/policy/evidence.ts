import type { Coverage, CoverageGap, Role, Signal } from '@tyrian/contracts';

/** Everything that the rules of a policy look at, for one stage of one generation. */
export interface Evidence {
  readonly signals: readonly Signal[];
  readonly coverage: readonly Coverage[];
  /** How many of `signals` belong to the stage being decided; they come first, those of the stage before follow. */
  readonly fresh: number;
  readonly roleOf: (place: string) => Role | undefined;
  /** Whether a detector looks for a hazard. Where it is not known, a gap counts as one for every hazard. */
  readonly looksFor?: (detector: string, hazard: string) => boolean;
  /** The probability that a detector's score stands for; absent: scores are probabilities. */
  readonly calibrate?: (detector: string, score: number) => number;
  /** By place, in the order of the generation: repairs number values by it. Absent in replays, which hold no text. */
  readonly texts?: ReadonlyMap<string, string>;
  /** Placeholders in use that no repair may make again. */
  readonly reserved?: readonly string[];
}

/** What made a condition hold: indexes into the signals, and places of gaps in coverage. */
export interface Match {
  readonly signals: readonly number[];
  readonly gaps: readonly { readonly place: string; readonly gap: CoverageGap }[];
}

export const NOTHING_NEEDED: Match = { signals: [], gaps: [] };

/** Two matches as one. */
export function joinMatches(a: Match, b: Match): Match {
  if (a === NOTHING_NEEDED) return b;
  if (b === NOTHING_NEEDED) return a;
  return { signals: [...new Set([...a.signals, ...b.signals])], gaps: [...a.gaps, ...b.gaps] };
}
