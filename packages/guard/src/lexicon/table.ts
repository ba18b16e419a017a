import type { Attribute, Hazard, MaturityAxis, MaturityDegree, Role, Stage } from '@tyrian/contracts';

/** What a rule says when it holds. */
export type RuleSignal =
  | { readonly kind: 'hazard'; readonly name: Hazard }
  | { readonly kind: 'attribute'; readonly name: Attribute }
  | { readonly kind: 'maturity'; readonly name: MaturityAxis; readonly degree: MaturityDegree };

/** A rule with its lists of terms as numbers of groups. */
export interface CompiledRule {
  readonly id: string;
  readonly language: string;
  readonly signal: RuleSignal;
  readonly score: number;
  /** The last is what the rule is about. */
  readonly groups: readonly number[];
  readonly within: number;
  readonly ordered: boolean;
  readonly scope: 'sentence' | 'content';
  readonly unless?: number;
  readonly soften?: number;
  readonly contextWithin: number;
  readonly stages?: readonly Stage[];
  readonly roles?: readonly Role[];
}

/** Groups of age words, and the words that are looked up one by one. */
export interface AgeTable {
  readonly language: string;
  readonly after: number;
  readonly before: number;
  readonly statements: number;
  readonly births: number;
  readonly things: number;
  readonly durations: number;
  readonly numbers: Readonly<Record<string, number>>;
  readonly clauseWords: readonly string[];
  readonly copulas: readonly string[];
  readonly breaks: readonly string[];
}

/** What a compiled lexicon keeps as text: everything that there is no great number of. */
export interface RuleTable {
  readonly languages: readonly string[];
  /** Patterns that must begin and end where a language's segmentation has words begin and end. */
  readonly segmented: readonly (readonly [pattern: number, language: string])[];
  readonly rules: readonly CompiledRule[];
  readonly ages: readonly AgeTable[];
  /** The most characters that a finding spans, with what can excuse it. */
  readonly reach: number;
  /** The most characters that one term spans. */
  readonly longestTerm: number;
}

/** The groups of each pattern: those of pattern p stand in `list` from `offsets[p]` up to `offsets[p + 1]`. */
export interface GroupArrays {
  readonly offsets: Uint32Array;
  readonly list: Uint32Array;
  /** For each group the group of carve-outs of its language, 0 where there is none. */
  readonly carveOutsOf: Uint32Array;
}
