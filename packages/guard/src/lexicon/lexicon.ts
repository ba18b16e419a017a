import type { Role, Stage, View } from '@tyrian/contracts';
import { type Automaton, loadAutomaton } from '@tyrian/text';
import { findAges, type StatedAge } from './ages.js';
import { evaluateRule, type OnFinding } from './evaluate.js';
import { unpackLexicon } from './format.js';
import { Hits } from './hits.js';
import { NumberWords } from './number-words.js';
import type { CompiledRule, RuleTable } from './table.js';
import { WordEdges } from './word-edges.js';

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
  readonly hasAges: boolean;
  readonly #automaton: Automaton;
  readonly #table: RuleTable;
  readonly #hits: Hits;
  readonly #found: Hits;
  readonly #numbers: readonly NumberWords[];
  readonly #segmentedBy: ReadonlyMap<number, string>;
  readonly #thisYear: () => number;
  /** The rules that are about a group. */
  readonly #rulesOf: readonly (readonly CompiledRule[])[];

  constructor(bytes: Uint8Array, { thisYear = () => new Date().getUTCFullYear() }: LexiconOptions) {
    const { automaton, table, checksum } = unpackLexicon(bytes);
    this.#automaton = loadAutomaton(automaton);
    this.#table = table;
    this.#hits = new Hits(table.groupCount);
    this.#found = new Hits(table.groupCount);
    this.#numbers = table.ages.map(({ numbers }) => new NumberWords(numbers));
    this.#segmentedBy = new Map(table.segmented);
    this.#thisYear = thisYear;
    this.languages = table.languages;
    this.reach = table.reach;
    this.checksum = checksum;
    this.rules = table.rules;
    this.hasAges = table.ages.length > 0;
    this.#rulesOf = Array.from({ length: table.groupCount }, (_, group) =>
      table.rules.filter((rule) => rule.groups.at(-1) === group),
    );
  }

  /** Reports everything that the rules find in one view. */
  scan(view: View, stage: Stage, role: Role, onFinding: OnFinding, onAge: (age: StatedAge) => void): void {
    const { text } = view;
    const hits = this.#collect(text);
    if (hits.touched.length === 0) return;
    const where = { text, stage, role };
    for (const group of hits.touched) {
      for (const rule of this.#rulesOf[group] ?? []) evaluateRule(rule, hits, where, onFinding);
    }
    this.#table.ages.forEach((ages, index) => {
      const numbers = this.#numbers[index];
      if (numbers === undefined) return;
      for (const age of findAges(ages, numbers, hits, text, this.#thisYear)) onAge(age);
    });
  }

  /** The hits that no longer phrase of the carve-outs takes away. */
  #collect(text: string): Hits {
    const { patternGroups, carveOuts } = this.#table;
    const found = this.#found;
    found.clear();
    let edges: WordEdges | undefined;
    this.#automaton.scan(text, (pattern, start, end) => {
      const language = this.#segmentedBy.get(pattern);
      if (language !== undefined) {
        edges ??= new WordEdges(text);
        if (!edges.isWord(language, start, end)) return;
      }
      for (const group of patternGroups[pattern] ?? []) found.add(group, start, end);
    });
    if (found.count(carveOuts) === 0) return found;
    const kept = this.#hits;
    kept.clear();
    for (const group of found.touched) {
      for (let hit = 0; hit < found.count(group); hit++) {
        const start = found.start(group, hit);
        const end = found.end(group, hit);
        if (!this.#isCarvedOut(start, end)) kept.add(group, start, end);
      }
    }
    return kept;
  }

  #isCarvedOut(start: number, end: number): boolean {
    const { carveOuts, longestTerm } = this.#table;
    const found = this.#found;
    for (let hit = found.lastBefore(carveOuts, start) + 1; hit < found.count(carveOuts); hit++) {
      const from = found.start(carveOuts, hit);
      const to = found.end(carveOuts, hit);
      if (from < end && to - from > end - start) return true;
      if (to - longestTerm >= end) return false;
    }
    return false;
  }
}

/** Loads what `compileLexicons` made. */
export function loadLexicon(bytes: Uint8Array, options: LexiconOptions = {}): Lexicon {
  return new Lexicon(bytes, options);
}
