import type { Audience, Stage } from '@tyrian/contracts';
import type { ScoreStep } from './score-steps.js';

/** One combination whose outcome is another. */
export interface Change {
  readonly what: string;
  readonly simpler: readonly string[];
  readonly stage: Stage;
  readonly audience: Audience;
  readonly step: ScoreStep;
  readonly before: string;
  readonly after: string;
}

/** Combinations that change alike. */
export interface ChangedOutcome {
  readonly what: readonly string[];
  readonly stages: readonly Stage[];
  readonly audiences: readonly Audience[];
  readonly scores: { readonly from: number; readonly to: number };
  readonly before: string;
  readonly after: string;
}

type Row = Omit<Change, 'simpler' | 'stage' | 'audience' | 'step' | 'what'> & {
  what: string[];
  stages: Stage[];
  audiences: Audience[];
  scores: { from: number; to: number };
};

/** Changes as few rows as tell them all; what a simpler combination shows already is left out. */
export function toRows(changes: readonly Change[]): ChangedOutcome[] {
  const keyOf = (what: string, { stage, audience, step, before, after }: Change) =>
    [what, stage, audience, step.from, ...withoutSameHelp(before, after)].join('\n');
  const known = new Set(changes.map((change) => keyOf(change.what, change)));
  const news = changes.filter((change) => !change.simpler.some((what) => known.has(keyOf(what, change))));
  let rows: Row[] = [];
  for (const { what, stage, audience, step, before, after } of news) {
    const last = rows.find(
      (row) =>
        row.what[0] === what &&
        row.stages[0] === stage &&
        row.audiences[0] === audience &&
        row.before === before &&
        row.after === after &&
        row.scores.to === step.from,
    );
    if (last) last.scores.to = step.to;
    else rows.push({ what: [what], stages: [stage], audiences: [audience], scores: { ...step }, before, after });
  }
  rows = merge(rows, 'audiences');
  rows = merge(rows, 'stages');
  return merge(rows, 'what');
}

/** Help that is offered before and after is no part of the change. */
function withoutSameHelp(before: string, after: string): [before: string, after: string] {
  const [was, is] = [before.replace(HELP, ''), after.replace(HELP, '')];
  return was !== before && is !== after ? [was, is] : [before, after];
}

const HELP = / with help$/;

/** Rows that differ in one field alone become one with all its values. */
function merge(rows: readonly Row[], field: 'audiences' | 'stages' | 'what'): Row[] {
  const merged = new Map<string, Row>();
  for (const row of rows) {
    const key = JSON.stringify({ ...row, [field]: [] });
    const like = merged.get(key);
    if (!like) merged.set(key, { ...row, [field]: [...row[field]] });
    else merged.set(key, { ...like, [field]: [...new Set([...like[field], ...row[field]])] });
  }
  return [...merged.values()];
}
