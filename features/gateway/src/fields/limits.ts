/** Bounds on what one request or answer may hold. */
export const LIMITS = {
  /** UTF-16 units in one text. */
  text: 1_000_000,
  /** Levels of free JSON (schemas). */
  depth: 64,
  messages: 2_000,
  /** Texts and media in one request or answer. */
  contents: 10_000,
  /** Entries of any list without a bound of its own. */
  list: 10_000,
  /** Highest index of a choice or a tool call. */
  index: 127,
} as const;
