import type { AgreementReport, Difference } from './figures/comparison.js';
import { agreementReport, differences } from './figures/comparison.js';
import { type Curves, curvesOf } from './figures/curves.js';
import { decisionsOf, type GroupDecisions } from './figures/decisions.js';
import { type Draws, figuresOf, type GroupFigures } from './figures/group-figures.js';
import { at, benignRows, type Group, groupsOf } from './figures/groups.js';
import type { MeasuredGuard } from './guards.js';
import type { ScoredColumns } from './rows/scored-columns.js';
import type { Survey } from './rows/survey.js';
import type { UsedManifest } from './rows/trained-rows.js';

/** Everything that the figures depend on. */
export interface Provenance {
  /** Of the program. */
  readonly version: string;
  /** ISO 8601. */
  readonly made: string;
  readonly files: readonly Survey[];
  readonly policy: { readonly id: string; readonly version: string; readonly hash: string };
  readonly audience: string;
  /** A lexicon's or a model's checksum stands in the version of its detector. */
  readonly detectors: readonly { readonly id: string; readonly version: string }[];
  /** SHA-256 of the compiled word lists. */
  readonly lexicons: Readonly<Record<string, string>>;
  readonly manifests: readonly UsedManifest[];
  readonly limit: number | null;
}

/** The figures of one guard. */
export interface GuardReport {
  readonly id: string;
  readonly version: string;
  readonly curves: Curves;
  /** In the order of `groups`. */
  readonly groups: readonly GroupFigures[];
}

/** What was measured, without any text. NaN and infinity are null in JSON. */
export interface QualityReport {
  readonly schemaVersion: 1;
  readonly provenance: Provenance;
  readonly draws: Draws;
  /** Rows that a model was trained on are among those measured. */
  readonly trainedRows: number;
  readonly rows: { readonly harmful: number; readonly harmless: number };
  /** The harmless rows that set the cut, and what they were chosen by. */
  readonly benign: { readonly from: 'kind' | 'label'; readonly rows: number };
  readonly groups: readonly { readonly by: Group['by']; readonly name: string; readonly rows: number }[];
  readonly guards: readonly GuardReport[];
  /** In the order of `groups`; null where no guard decides. */
  readonly decisions: readonly GroupDecisions[] | null;
  readonly agreement: AgreementReport;
  readonly differences: readonly Difference[];
}

export interface ReportOptions {
  readonly guards: readonly MeasuredGuard[];
  readonly provenance: Provenance;
  readonly draws: Draws;
  readonly onGroup: (done: number, of: number) => void;
}

/** Works out every figure from the scores. */
export function reportOf(columns: ScoredColumns, { guards, provenance, draws, onGroup }: ReportOptions): QualityReport {
  const groups = groupsOf(columns);
  const benign = benignRows(columns);
  const { labels, decisions } = columns;
  let done = 0;
  const reports = guards.map(({ id, version }, guard): GuardReport => {
    const scores = columns.scoresOf(guard);
    const benignScores = at(scores, benign.rows);
    const figures = groups.map(({ rows }) => {
      const found = figuresOf(at(scores, rows), at(labels, rows), benignScores, draws);
      onGroup(++done, guards.length * groups.length);
      return found;
    });
    return { id, version, curves: curvesOf(scores, labels), groups: figures };
  });
  const cutScores = reports.map(({ id, groups: [all] }, guard) => ({
    id,
    scores: columns.scoresOf(guard),
    cut: all?.againstBenign.at[0]?.cut ?? Number.POSITIVE_INFINITY,
  }));
  const harmful = labels.reduce((sum, label) => sum + label, 0);
  return {
    schemaVersion: 1,
    provenance,
    draws,
    trainedRows: provenance.files.reduce((sum, { trained }) => sum + trained.count, 0),
    rows: { harmful, harmless: labels.length - harmful },
    benign: { from: benign.from, rows: benign.rows.length },
    groups: groups.map(({ by, name, rows }) => ({ by, name, rows: rows.length })),
    guards: reports,
    decisions: guards.some(({ decide }) => decide)
      ? groups.map(({ rows }) => decisionsOf(at(decisions, rows), at(labels, rows)))
      : null,
    agreement: agreementReport(cutScores, labels),
    differences: differences(cutScores, labels, draws),
  };
}
