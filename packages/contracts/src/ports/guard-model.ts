import type { Role, Stage } from '../content.js';
import type { Hazard } from '../hazards.js';

/** One turn of what is judged. `media` is a data URL; only models that take pictures are given one. */
export interface GuardTurn {
  readonly role: Role;
  readonly text: string;
  readonly media?: string;
}

/** What a guard model is asked: is the last turn harmful, given those before it? */
export interface GuardQuestion {
  readonly stage: Stage;
  /** Oldest first, never empty; the last one is judged. */
  readonly turns: readonly GuardTurn[];
}

/** What a guard model says of one hazard. */
export interface GuardFinding {
  readonly name: Hazard;
  /** 0 to 1. Where a model gives a label and no probability: 1 for unsafe, 0.65 for an answer in between, 0 for safe. */
  readonly score: number;
}

export interface GuardAnswer {
  /** How likely it is that the last turn is harmful, 0 to 1; the highest of all windows. */
  readonly score: number;
  /** What it names, in our taxonomy, with scores below any threshold too. */
  readonly findings: readonly GuardFinding[];
  /** True where the scores are probabilities of tokens, false where they stand for a bare label. */
  readonly isGraded: boolean;
  readonly cost: GuardCost;
}

/** What an answer took. */
export interface GuardCost {
  readonly calls: number;
  readonly promptTokens: number;
  readonly completionTokens: number;
  /** In the operator's currency, by the prices that the operator gave; 0 where none was given. */
  readonly money: number;
}

/** A model that judges, wherever it runs. An adapter implements it; the guard makes a detector of it. */
export interface GuardModel {
  /** As the operator named it. */
  readonly id: string;
  /** Family and version of the prompt and the parser, and the model's own name: `llama-guard-3@1+llama-guard3:8b`. */
  readonly version: string;
  readonly stages: readonly Stage[];
  readonly modalities: readonly ('text' | 'image')[];
  /** Hazards that it knows, and in which languages. */
  readonly covers: readonly { readonly name: Hazard; readonly languages: readonly string[] | 'any' }[];
  /**
   * Throws GUARD_MODEL_UNREACHABLE, GUARD_MODEL_ANSWER (nothing that its parser knows) or GUARD_MODEL_BUSY; whatever
   * it throws is a failure of coverage, never "safe".
   */
  judge(question: GuardQuestion, options: { readonly signal: AbortSignal }): Promise<GuardAnswer>;
}
