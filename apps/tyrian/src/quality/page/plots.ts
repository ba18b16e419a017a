import { htmlTable, type TextTable } from '../../html/table.js';
import type { Point } from '../figures/curves.js';
import type { GuardReport, QualityReport } from '../report.js';
import { figure, NOTHING, withInterval } from '../wording.js';
import { type Plot, plotSvg } from './plot.js';

const FALSE_ALARMS = [0.005, 0.01, 0.02, 0.05, 0.1, 0.2];
const RECALLS = [0.1, 0.25, 0.5, 0.75, 0.9];

/** The three plots, each with a table that says the same. */
export function plots({ guards }: QualityReport): string {
  return [rocFigure(guards), precisionRecallFigure(guards), calibrationFigure(guards)].join('\n');
}

function rocFigure(guards: readonly GuardReport[]): string {
  return figureOf(
    {
      id: 'roc',
      title: 'ROC curves',
      description:
        'For each guard, the share of harmful rows that is flagged over the share of harmless rows that is flagged. The dashed diagonal is chance. The table gives the same in numbers.',
      x: 'harmless rows flagged',
      y: 'harmful rows flagged',
      diagonal: true,
      series: guards.map(({ id, curves }) => ({ name: id, points: curves.roc })),
    },
    {
      caption: 'Share of harmful rows flagged, where at most this share of harmless rows is',
      head: ['guard', 'area', ...FALSE_ALARMS.map((rate) => `${rate * 100} %`)],
      rows: guards.map(({ id, curves, groups: [all] }) => [
        id,
        all ? withInterval(all.auroc) : NOTHING,
        ...FALSE_ALARMS.map((rate) => figure(lastWithin(curves.roc, rate))),
      ]),
    },
  );
}

/** The height of a step curve at a place: that of the last point that is not beyond it. */
function lastWithin(points: readonly Point[], x: number): number {
  return points.findLast((point) => point[0] <= x)?.[1] ?? Number.NaN;
}

function precisionRecallFigure(guards: readonly GuardReport[]): string {
  return figureOf(
    {
      id: 'precision-recall',
      title: 'Precision and recall',
      description:
        'For each guard, how many of the rows it flags are harmful over how many of the harmful rows it flags. The table gives the same in numbers.',
      x: 'recall',
      y: 'precision',
      series: guards.map(({ id, curves }) => ({ name: id, steps: true, points: curves.precisionRecall })),
    },
    {
      caption: 'Precision where at least this share of harmful rows is flagged',
      head: ['guard', 'average precision', ...RECALLS.map((recall) => `recall ${recall}`)],
      rows: guards.map(({ id, curves, groups: [all] }) => [
        id,
        all ? withInterval(all.auprc) : NOTHING,
        ...RECALLS.map((recall) =>
          figure(curves.precisionRecall.find((point) => point[0] >= recall)?.[1] ?? Number.NaN),
        ),
      ]),
    },
  );
}

function calibrationFigure(guards: readonly GuardReport[]): string {
  const [first] = guards;
  const names = first?.curves.calibration.map(({ from, to }) => `${from} to ${to}`) ?? [];
  return figureOf(
    {
      id: 'calibration',
      title: 'Calibration',
      description:
        'For each guard, in ten ranges of the score: the share of rows that are harmful over their mean score. On the dashed diagonal a score is the chance that a row is harmful. The table gives the same in numbers.',
      x: 'mean score',
      y: 'share of harmful rows',
      diagonal: true,
      series: guards.map(({ id, curves }) => ({
        name: id,
        marks: true,
        points: curves.calibration
          .filter(({ rows }) => rows > 0)
          .map(({ meanScore, positives, rows }): Point => [meanScore, positives / rows]),
      })),
    },
    {
      caption: 'Share of harmful rows by score (and rows)',
      head: ['guard', 'calibration error', ...names],
      rows: guards.map(({ id, curves, groups: [all] }) => [
        id,
        all ? withInterval(all.calibrationError) : NOTHING,
        ...curves.calibration.map(({ rows, positives }) =>
          rows === 0 ? NOTHING : `${figure(positives / rows)} (${rows})`,
        ),
      ]),
    },
  );
}

function figureOf(plot: Plot, table: TextTable): string {
  return `<h2>${plot.title}</h2>\n<figure><div>${plotSvg(plot)}</div>${htmlTable(table)}</figure>`;
}
