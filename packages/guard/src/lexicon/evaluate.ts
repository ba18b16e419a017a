import type { Role, Stage } from '@tyrian/contracts';
import { Chains } from './chain.js';
import type { Hits } from './hits.js';
import { sentenceEndsBetween } from './sentences.js';
import type { CompiledRule } from './table.js';

/** The pieces of one finding in a view, in order. */
export type Pieces = readonly (readonly [start: number, end: number])[];
/** Answers with the offset in the view up to which more findings of the rule, as sure as this one, are told already. */
export type OnFinding = (rule: CompiledRule, pieces: Pieces, score: number) => number;

export interface Where {
  readonly text: string;
  readonly stage: Stage;
  readonly role: Role;
}

const SOFTENED = 0.6;

/** Finds every match of one rule: one for each hit of its last group that has the others near. */
export function evaluateRule(rule: CompiledRule, hits: Hits, where: Where, onFinding: OnFinding): void {
  if (!isMeantFor(rule, where)) return;
  for (const group of rule.groups) if (hits.count(group) === 0) return;
  const anchor = rule.groups.at(-1) ?? 0;
  const others = rule.groups.slice(0, -1);
  const count = hits.count(anchor);
  const chains = rule.ordered ? new Chains(rule.groups, hits, areLinked(rule, where.text)) : undefined;
  const isSingle = rule.groups.length === 1;
  // Only what holds by itself may be passed by: the last one within reach holds too, and takes in those before it.
  const mayPassBy = isSingle && rule.unless === undefined && rule.soften === undefined;
  let toldUpTo = 0;
  for (let hit = 0; hit < count; hit++) {
    const start = hits.start(anchor, hit);
    // The original has told it, or has excused it where everybody can read the excuse.
    if (isSingle && hits.isPlain(anchor, hit)) continue;
    if (start < toldUpTo && hit + 1 < count && hits.start(anchor, hit + 1) < toldUpTo) continue;
    const end = hits.end(anchor, hit);
    const pieces = chains ? chains.endingIn(hit) : surround(rule, others, hits, where.text, start, end);
    if (pieces === undefined) continue;
    let first = start;
    let last = end;
    for (const [from, to] of pieces) {
      if (from < first) first = from;
      if (to > last) last = to;
    }
    if (rule.unless !== undefined && hits.isNear(rule.unless, first, last, rule.contextWithin)) continue;
    const soft = rule.soften !== undefined && hits.isNear(rule.soften, first, last, rule.contextWithin);
    const told = onFinding(rule, pieces, soft ? rule.score * SOFTENED : rule.score);
    if (mayPassBy) toldUpTo = told;
  }
}

/** Whether a rule looks at what this role says at this stage. */
export function isMeantFor({ stages, roles }: CompiledRule, { stage, role }: Where): boolean {
  return (stages === undefined || stages.includes(stage)) && (roles === undefined || roles.includes(role));
}

type Piece = readonly [number, number];

function areLinked(rule: CompiledRule, text: string) {
  return (end: number, start: number) => start - end <= rule.within && !isApart(rule, text, end, start);
}

/** Of each other group the hit that is nearest to the anchor, on either side. */
function surround(
  rule: CompiledRule,
  others: readonly number[],
  hits: Hits,
  text: string,
  start: number,
  end: number,
): Pieces | undefined {
  const pieces: Piece[] = [[start, end]];
  if (others.length === 0) return pieces;
  for (const group of others) {
    const left = before(rule, group, hits, text, start);
    const right = behind(rule, group, hits, text, end);
    const piece = left === undefined || (right !== undefined && right[0] - end < start - left[1]) ? right : left;
    if (piece === undefined) return undefined;
    pieces.push(piece);
  }
  return pieces.sort((a, b) => a[0] - b[0]);
}

function before(rule: CompiledRule, group: number, hits: Hits, text: string, at: number): Piece | undefined {
  const hit = hits.lastBefore(group, at);
  if (hit < 0) return undefined;
  const end = hits.end(group, hit);
  if (at - end > rule.within || isApart(rule, text, end, at)) return undefined;
  return [hits.start(group, hit), end];
}

function behind(rule: CompiledRule, group: number, hits: Hits, text: string, at: number): Piece | undefined {
  const hit = hits.firstFrom(group, at);
  if (hit < 0) return undefined;
  const start = hits.start(group, hit);
  if (start - at > rule.within || isApart(rule, text, at, start)) return undefined;
  return [start, hits.end(group, hit)];
}

function isApart(rule: CompiledRule, text: string, from: number, to: number): boolean {
  return rule.scope === 'sentence' && sentenceEndsBetween(text, from, to);
}
