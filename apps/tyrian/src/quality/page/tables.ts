import { htmlTable } from '../../html/table.js';
import { type GroupFigures, RATES } from '../figures/group-figures.js';
import type { QualityReport } from '../report.js';
import { figure, NOTHING, percent, withInterval } from '../wording.js';

const TITLES = {
  all: 'All rows',
  set: 'By set',
  kind: 'By kind',
  language: 'By language',
  source: 'By source',
  hazards: 'By hazard',
} as const;

/** Tables of figures and decisions, one of each for every way to group the rows. */
export function groupTables(report: QualityReport): string {
  return Object.entries(TITLES)
    .map(([by, title]) => sectionOf(report, by, title))
    .join('\n');
}

function sectionOf(report: QualityReport, by: string, title: string): string {
  const groups = report.groups.flatMap((group, index) => (group.by === by ? [{ ...group, index }] : []));
  if (groups.length === 0) return '';
  const figures = groups.flatMap(({ name, index }) =>
    report.guards.flatMap(({ id, groups: all }) => {
      const found = all[index];
      if (!found || (by !== 'all' && flagsNothing(found))) return [];
      const { positives, negatives, unscored, auprc, againstBenign, f1, bestF1, calibrationError } = found;
      return [
        [
          name,
          id,
          `${positives} / ${negatives}`,
          String(unscored),
          withInterval(auprc),
          withInterval(againstBenign.auprc),
          ...againstBenign.at.flatMap(({ recall, ownFalsePositives }) => [
            withInterval(recall),
            percent(ownFalsePositives),
          ]),
          withInterval(f1),
          withInterval(bestF1),
          withInterval(calibrationError),
        ],
      ];
    }),
  );
  const head = [
    'group',
    'guard',
    'harmful / harmless',
    'not scored',
    'AUPRC in the group',
    'AUPRC against benign',
    ...RATES.flatMap((rate) => [`recall at ${rate * 100} %`, `harmless of the group flagged at ${rate * 100} %`]),
    `F1 at ${RATES[0] * 100} %`,
    'best F1',
    'calibration error',
  ];
  return [
    `<h2>${title}</h2>`,
    htmlTable({ caption: `${title}: figures with 95 % intervals`, head, rows: figures }),
    decisionTable(report, groups, title),
  ].join('\n');
}

function flagsNothing({ unscored, againstBenign }: GroupFigures): boolean {
  return (
    unscored === 0 &&
    againstBenign.at.every(({ recall, ownFalsePositives }) => {
      return !(recall.value > 0) && ownFalsePositives.count === 0;
    })
  );
}

function decisionTable(
  { decisions, provenance }: QualityReport,
  groups: readonly { readonly name: string; readonly index: number }[],
  title: string,
): string {
  if (decisions === null) return '';
  const rows = groups.flatMap(({ name, index }) => {
    const found = decisions[index];
    if (!found) return [];
    const cells = [found.harmful, found.harmless].flatMap(({ rows, refused, stopped, counts }) => [
      String(rows),
      percent(refused),
      percent(stopped),
      String(counts.repair),
    ]);
    return [[name, ...cells]];
  });
  const of = (label: string) => [label, 'refused', 'refused or held', 'repaired'];
  const head = ['group', ...of('harmful'), ...of('harmless')];
  return htmlTable({ caption: `${title}: what policy ${provenance.policy.id} would do`, head, rows });
}

/** Who agrees with whom, and who differs from the first guard. */
export function agreementTables({ agreement, differences }: QualityReport): string {
  const { raters, matrix, alpha } = agreement;
  const cells = matrix.map((row, index) => [
    raters[index] ?? '',
    ...row.map(({ kappa, same, rows }, other) =>
      other === index
        ? NOTHING
        : rows === 0
          ? 'no common rows'
          : `${figure(kappa)} (${(same.share * 100).toFixed(1)} %)`,
    ),
  ]);
  const compared = differences.map(({ guard, against, rows, auprc }) => [
    `${guard} less ${against}`,
    String(rows),
    withInterval(auprc),
  ]);
  return [
    '<h2>Agreement</h2>',
    `<p>Each guard flags at its own cut, the one that flags at most 1 % of the benign rows. Cohen's kappa is 1 for full agreement and 0 for what chance would give; in brackets the share of rows with the same answer. Krippendorff's alpha of the guards together: ${figure(alpha)}.</p>`,
    htmlTable({ caption: "Cohen's kappa, each against each", head: ['', ...raters], rows: cells }),
    compared.length === 0
      ? ''
      : htmlTable({
          caption:
            'Difference in AUPRC on the rows that both scored; an interval that holds 0 does not tell them apart',
          head: ['guards', 'rows', 'difference'],
          rows: compared,
        }),
  ].join('\n');
}
