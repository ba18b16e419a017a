import type { Answer } from '../api/ask';

/** A case as its page shows it. */
export type Shown = Answer<'case.show'>;
