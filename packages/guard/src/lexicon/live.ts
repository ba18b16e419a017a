import type { Hits } from './hits.js';
import { sentenceEndsBetween } from './sentences.js';
import type { CompiledRule } from './table.js';

/** Whether the words around a place may be in a language. */
export type MayHold = (language: string, start: number, end: number) => boolean;

/** So much behind a place, and the words to come no longer change which language is spoken there. */
const LANGUAGE_SETTLES = 32;

/** What is known of a text that may go on. */
export interface OpenText {
  readonly text: string;
  readonly hits: Hits;
  /** Terms that are not there yet begin here or behind. */
  readonly next: number;
  readonly mayHold: MayHold;
}

/**
 * Where the first piece begins that a rule could still make a finding of with a term that begins at `next` or behind;
 * `next` where there is none.
 */
export function liveRuleFrom(rule: CompiledRule, open: OpenText): number {
  if (rule.groups.length === 1) return doubtedFrom(rule, open);
  let live = open.next;
  rule.groups.forEach((_, index) => {
    if (rule.ordered && index === rule.groups.length - 1) return;
    live = Math.min(live, livePieceFrom(rule, index, open));
  });
  return live;
}

/** A term that the words so far take for another language's, which those to come may change. */
function doubtedFrom({ groups: [group = 0], language }: CompiledRule, open: OpenText): number {
  const { hits, next } = open;
  let live = next;
  for (let hit = hits.count(group) - 1; hit >= 0 && isUnsettled(open, hits.end(group, hit)); hit--) {
    const start = hits.start(group, hit);
    if (start < live && !open.mayHold(language, start, hits.end(group, hit))) live = start;
  }
  return live;
}

function livePieceFrom(rule: CompiledRule, index: number, open: OpenText): number {
  const { hits, next, mayHold } = open;
  const group = rule.groups[index] ?? 0;
  let live = next;
  for (let hit = hits.count(group) - 1; hit >= 0; hit--) {
    const start = hits.start(group, hit);
    const end = hits.end(group, hit);
    if (!reaches(rule, open, end, next)) break;
    const first = firstOf(rule, index, hit, open);
    if (first === undefined || first >= live) continue;
    if (isUnsettled(open, end) || mayHold(rule.language, start, end)) live = first;
  }
  return live;
}

/** Where the pieces begin that a finding with this one would have; undefined where there can be none. */
function firstOf(rule: CompiledRule, index: number, hit: number, open: OpenText): number | undefined {
  const { hits } = open;
  const start = hits.start(rule.groups[index] ?? 0, hit);
  const isAnchor = index === rule.groups.length - 1;
  if (rule.ordered) {
    if (index === 0) return start;
    const before = nearestBefore(rule, rule.groups[index - 1] ?? 0, start, open);
    return before === undefined ? undefined : firstOf(rule, index - 1, before, open);
  }
  if (!isAnchor) return start;
  // Of the others, one may stand before it and one still come.
  let first = start;
  for (const group of rule.groups.slice(0, -1)) {
    const before = nearestBefore(rule, group, start, open);
    if (before !== undefined) first = Math.min(first, hits.start(group, before));
  }
  return first;
}

function nearestBefore(rule: CompiledRule, group: number, at: number, open: OpenText): number | undefined {
  const hit = open.hits.lastBefore(group, at);
  return hit >= 0 && reaches(rule, open, open.hits.end(group, hit), at) ? hit : undefined;
}

function reaches(rule: CompiledRule, { text }: OpenText, end: number, start: number): boolean {
  return start - end <= rule.within && !(rule.scope === 'sentence' && sentenceEndsBetween(text, end, start));
}

function isUnsettled({ next }: OpenText, end: number): boolean {
  return next - end < LANGUAGE_SETTLES;
}
