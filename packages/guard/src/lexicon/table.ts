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
  readonly after: number;
  readonly before: number;
  readonly statements: number;
  readonly births: number;
  readonly things: number;
  readonly numbers: Readonly<Record<string, number>>;
  readonly clauseWords: readonly string[];
  readonly copulas: readonly string[];
  readonly breaks: readonly string[];
}

/** Everything of a compiled lexicon but its automaton. */
export interface RuleTable {
  readonly languages: readonly string[];
  readonly groupCount: number;
  /** The groups of each pattern of the automaton. */
  readonly patternGroups: readonly (readonly number[])[];
  /** Patterns that must begin and end where a language's segmentation has words begin and end. */
  readonly segmented: readonly (readonly [pattern: number, language: string])[];
  readonly rules: readonly CompiledRule[];
  readonly carveOuts: number;
  readonly ages: readonly AgeTable[];
  /** The most characters that a finding spans, with what can excuse it. */
  readonly reach: number;
  /** The most characters that one term spans. */
  readonly longestTerm: number;
}
