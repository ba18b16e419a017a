import type { Role, Stage, View } from '@tyrian/contracts';
import { type Automaton, isAsInOriginal, loadAutomaton } from '@tyrian/text';
import { findAges, type StatedAge } from './ages.js';
import { evaluateRule, isMeantFor, type OnFinding } from './evaluate.js';
import { unpackLexicon } from './format.js';
import { Hits } from './hits.js';
import { liveRuleFrom, type MayHold } from './live.js';
import { liveAgesFrom } from './live-ages.js';
import { NumberWords } from './number-words.js';
import type { CompiledRule, GroupArrays, RuleTable } from './table.js';
import { WORDS_SETTLE, WordEdges } from './word-edges.js';

/** One view of a content, and what it is a view of. */
export interface Reading {
  readonly view: View;
  readonly original: string;
  readonly stage: Stage;
  readonly role: Role;
}

export interface LexiconOptions {
  /** What year it is, for ages that follow from a year of birth. */
  readonly thisYear?: () => number;
}

/** A compiled lexicon, ready to scan. */
export class Lexicon {
  readonly languages: readonly string[];
  readonly reach: number;
  readonly checksum: string;
  readonly rules: readonly CompiledRule[];
  readonly languagesOfAges: readonly string[];
  readonly #automaton: Automaton;
  readonly #table: RuleTable;
  readonly #groups: GroupArrays;
  readonly #hits: Hits;
  readonly #found: Hits;
  readonly #numbers: readonly NumberWords[];
  readonly #segmentedBy: ReadonlyMap<number, string>;
  readonly #thisYear: () => number;
  /** The rules that are about a group. */
  readonly #rulesOf: ReadonlyMap<number, readonly CompiledRule[]>;
  /** The rules that have it among their pieces. */
  readonly #rulesWith: ReadonlyMap<number, readonly CompiledRule[]>;

  constructor(bytes: Uint8Array, { thisYear = () => new Date().getUTCFullYear() }: LexiconOptions) {
    const { automaton, groups, table, checksum } = unpackLexicon(bytes);
    this.#automaton = loadAutomaton(automaton);
    this.#table = table;
    this.#groups = groups;
    this.#hits = new Hits(groups.carveOutsOf.length);
    this.#found = new Hits(groups.carveOutsOf.length);
    this.#numbers = table.ages.map(({ numbers }) => new NumberWords(numbers));
    this.#segmentedBy = new Map(table.segmented);
    this.#thisYear = thisYear;
    this.languages = table.languages;
    this.reach = table.reach;
    this.checksum = checksum;
    this.rules = table.rules;
    this.languagesOfAges = table.ages.map(({ language }) => language);
    this.#rulesOf = byGroup(table.rules, ({ groups }) => groups.slice(-1));
    this.#rulesWith = byGroup(table.rules, ({ groups }) => new Set(groups));
  }

  /**
   * Reports everything that the rules find in one view; of a view that is not the original only what a term by itself
   * does not say there already.
   */
  scan({ view, original, stage, role }: Reading, onFinding: OnFinding, onAge: (age: StatedAge) => void): void {
    const { text } = view;
    const { hits } = this.#collect(view, original);
    if (hits.touched.length === 0) return;
    const where = { text, stage, role };
    for (const group of hits.touched) {
      for (const rule of this.#rulesOf.get(group) ?? []) evaluateRule(rule, hits, where, onFinding);
    }
    this.#table.ages.forEach((ages, index) => {
      const numbers = this.#numbers[index];
      if (numbers === undefined) return;
      for (const age of findAges(ages, numbers, hits, text, this.#thisYear)) onAge(age);
    });
  }

  /**
   * Where in a view that may go on the first thing begins that could still be a finding, or a piece of one: the longest
   * term that is not whole yet, pieces of rules that lack one, a number without its word. The length of the view where
   * nothing could.
   */
  liveFrom({ view, original, stage, role }: Reading, mayHold: MayHold): number {
    const { text } = view;
    const { hits, next } = this.#collect(view, original);
    const open = { text, hits, next, mayHold };
    let live = next;
    for (const group of hits.touched) {
      for (const rule of this.#rulesWith.get(group) ?? []) {
        if (isMeantFor(rule, { text, stage, role })) live = Math.min(live, liveRuleFrom(rule, open));
      }
    }
    return Math.min(live, liveAgesFrom(this.#table.ages, this.#numbers, open));
  }

  /**
   * The hits that no longer phrase of their language's carve-outs takes away, and where those begin that are not whole
   * yet: a term too that ends near the end and may turn out a word only when more is known.
   */
  #collect(view: View, original: string): { readonly hits: Hits; readonly next: number } {
    const { text } = view;
    const { offsets, list, carveOutsOf } = this.#groups;
    const found = this.#found;
    found.clear();
    let edges: WordEdges | undefined;
    let hasCarveOuts = false;
    let unsettled = text.length;
    const live = this.#automaton.scan(text, (pattern, start, end) => {
      const language = this.#segmentedBy.get(pattern);
      if (language !== undefined) {
        edges ??= new WordEdges(text);
        if (!edges.isWord(language, start, end)) {
          if (text.length - end < WORDS_SETTLE) unsettled = Math.min(unsettled, start);
          return;
        }
      }
      const isPlain = isAsInOriginal(view, original, start, end);
      const last = offsets[pattern + 1] as number;
      for (let at = offsets[pattern] as number; at < last; at++) {
        const group = list[at] as number;
        found.add(group, start, end, isPlain);
        hasCarveOuts ||= carveOutsOf[group] === group;
      }
    });
    const next = Math.min(live, unsettled);
    if (!hasCarveOuts) return { hits: found, next };
    const kept = this.#hits;
    kept.clear();
    for (const group of found.touched) {
      const carveOuts = carveOutsOf[group] as number;
      for (let hit = 0; hit < found.count(group); hit++) {
        const start = found.start(group, hit);
        const end = found.end(group, hit);
        if (carveOuts === 0 || !this.#isCarvedOut(carveOuts, start, end))
          kept.add(group, start, end, found.isPlain(group, hit));
      }
    }
    return { hits: kept, next };
  }

  #isCarvedOut(carveOuts: number, start: number, end: number): boolean {
    const found = this.#found;
    for (let hit = found.lastBefore(carveOuts, start) + 1; hit < found.count(carveOuts); hit++) {
      const from = found.start(carveOuts, hit);
      const to = found.end(carveOuts, hit);
      if (from < end && to - from > end - start) return true;
      if (to - this.#table.longestTerm >= end) return false;
    }
    return false;
  }
}

function byGroup(
  rules: readonly CompiledRule[],
  groupsOf: (rule: CompiledRule) => Iterable<number>,
): Map<number, CompiledRule[]> {
  const rulesOf = new Map<number, CompiledRule[]>();
  for (const rule of rules) {
    for (const group of groupsOf(rule)) {
      const others = rulesOf.get(group);
      if (others === undefined) rulesOf.set(group, [rule]);
      else others.push(rule);
    }
  }
  return rulesOf;
}

/** Loads what `compileLexicons` made. */
export function loadLexicon(bytes: Uint8Array, options: LexiconOptions = {}): Lexicon {
  return new Lexicon(bytes, options);
}
