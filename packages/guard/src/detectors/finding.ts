import type { Sighting } from '../detector.js';

type WithoutSpans<Seen> = Seen extends Sighting ? Omit<Seen, 'spans' | 'via' | 'alsoRules'> : never;
/** A sighting before it is known where in the original it stands. */
export type Finding = WithoutSpans<Sighting>;
