import { errors } from '@tyrian/contracts';
import { RE2JS, RE2JSException, RE2Set } from 're2js';
import type { Pattern } from './pattern-file.js';

/** Instructions of one compiled pattern, and of all of a file. A counted repetition copies what it repeats. */
const PROGRAM_MAX = 2_000;
const PROGRAMS_MAX = 40_000;

/** Called with `[start, end)` of a match; false ends the search for this pattern. */
export type OnMatch = (pattern: Pattern, start: number, end: number) => boolean;

/**
 * Patterns of RE2 compiled together: one pass says which of them match at all, and only those are looked for. Time grows
 * with the text and never with what it says.
 */
export class PatternSet {
  readonly #patterns: readonly Pattern[];
  readonly #each: readonly RE2JS[];
  readonly #all = new RE2Set();

  /** @throws PATTERNS_INVALID, naming the pattern at fault */
  constructor(file: string, patterns: readonly Pattern[]) {
    this.#patterns = patterns;
    let size = 0;
    this.#each = patterns.map((pattern) => {
      const compiled = compile(file, pattern);
      size += compiled.programSize();
      return compiled;
    });
    if (size > PROGRAMS_MAX) throw errors.PATTERNS_INVALID([file, 'the patterns are too large together']);
    for (const pattern of patterns) this.#all.add(sourceOf(pattern));
    this.#all.compile();
  }

  scan(text: string, on: OnMatch): void {
    for (const index of this.#all.match(text)) {
      const pattern = this.#patterns[index];
      const matcher = this.#each[index]?.matcher(text);
      if (pattern === undefined || matcher === undefined) continue;
      while (matcher.find()) if (matcher.end() > matcher.start() && !on(pattern, matcher.start(), matcher.end())) break;
    }
  }
}

function sourceOf({ pattern, flags }: Pattern): string {
  return flags === 'i' ? `(?i:${pattern})` : pattern;
}

function compile(file: string, pattern: Pattern): RE2JS {
  const fault = (reason: string, cause?: unknown) =>
    errors.PATTERNS_INVALID([file, `pattern ${pattern.id}: ${reason}`], { cause });
  let compiled: RE2JS;
  try {
    // On its own first, so that no bracket of it closes the group around it.
    RE2JS.compile(pattern.pattern);
    compiled = RE2JS.compile(sourceOf(pattern));
  } catch (cause) {
    if (cause instanceof RE2JSException) throw fault(cause.message, cause);
    throw cause;
  }
  if (compiled.programSize() > PROGRAM_MAX) throw fault('it is too large when compiled; lower its counts');
  if (compiled.matcher('').matches()) throw fault('it matches nothing at all, so it would match everywhere');
  return compiled;
}
