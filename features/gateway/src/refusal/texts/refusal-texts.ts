import type { CoverageGap, Hazard, MaturityAxis } from '@tyrian/contracts';
import type { HeldVerdict } from '../../ports.js';

/** About these nothing more is said, whatever a policy asks for: an explanation would be a manual. */
export const NEVER_EXPLAINED = ['S4', 'prompt-injection'] as const satisfies readonly Hazard[];

/** What a refusal can name. */
export type Named = Exclude<Hazard, (typeof NEVER_EXPLAINED)[number]> | MaturityAxis;

/** The same sentence about what a person asked for, and about what a model answered. */
export interface ByStage {
  readonly input: string;
  readonly output: string;
}

/**
 * Everything that is said to people, in one language. `{name}` is filled in; a language that lacks a text, or has one
 * more, does not compile.
 */
export interface RefusalTexts {
  readonly refused: ByStage;
  /** `{subjects}` */
  readonly refusedFor: ByStage;
  readonly held: ByStage;
  /** `{subjects}` */
  readonly heldFor: ByStage;
  /** What the user wrote that led to it, and that without it the request could pass. `{words}` */
  readonly words: string;
  /** What would pass in its place. */
  readonly passing: Readonly<Record<'personal-data' | 'real-person', string>>;
  readonly subjects: Readonly<Record<Named, string>>;
  readonly gaps: Readonly<Record<CoverageGap, string>>;
  /** To who was refused so often that more of it has consequences. */
  readonly warned: string;
  /** To who may think of harming themselves. */
  readonly selfHarm: string;
  /** To who tells of abuse, above all to a child. */
  readonly disclosure: string;
  /** To whose prompt came near what never passes. It accuses nobody of anything, and does not say what was seen. */
  readonly prevention: string;
  /** To anybody else whom a policy offers help. */
  readonly help: string;
  /** `{lines}` */
  readonly lines: string;
  /** `{url}` */
  readonly directory: string;
  /** `{verdict}` `{url}` */
  readonly appeal: string;
  /** How a held or refused verdict stands. */
  readonly standing: Readonly<Record<HeldVerdict['status'], string>>;
  readonly separators: { readonly sentences: string; readonly things: string; readonly lines: string };
}
