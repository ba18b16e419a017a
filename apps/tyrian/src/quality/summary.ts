import { table } from '../terminal/print.js';
import type { QualityReport } from './report.js';
import { percent, withInterval } from './wording.js';

/** What a terminal shows: each guard over all rows, the first guard by kind, and what would be decided. */
export function summary(report: QualityReport, folder: string | undefined): string {
  const { rows, benign, trainedRows, provenance, guards } = report;
  const lines = [
    `${rows.harmful} harmful and ${rows.harmless} harmless rows; ${benign.rows} ${benign.from === 'kind' ? 'of kind "benign"' : 'harmless ones'} set the cuts`,
    `policy ${provenance.policy.id} ${provenance.policy.version}, audience ${provenance.audience}`,
    ...(trainedRows > 0 ? [`NOTE: ${trainedRows} of these rows were trained on; the figures flatter`] : []),
    '',
    table([
      ['guard', 'AUPRC', 'recall at 1 %', 'recall at 2 %', 'F1 at 1 %', 'calibration error', 'not scored'],
      ...guards.map(({ id, groups: [all] }) => figuresRow(id, all)),
    ]),
  ];
  const [first] = guards;
  const kinds = report.groups.flatMap(({ by, name }, index) => (by === 'kind' ? [{ name, index }] : []));
  if (first && kinds.length > 0) {
    const head = [
      `${first.id}, by kind`,
      'AUPRC',
      'recall at 1 %',
      'recall at 2 %',
      'F1 at 1 %',
      'calibration error',
      'not scored',
    ];
    lines.push('', table([head, ...kinds.map(({ name, index }) => figuresRow(name, first.groups[index]))]));
  }
  const [decided] = report.decisions ?? [];
  if (decided)
    lines.push(
      '',
      `refused: ${percent(decided.harmful.refused)} of harmful rows, ${percent(decided.harmless.refused)} of harmless ones`,
    );
  if (folder !== undefined) lines.push('', `The whole report: ${folder}/quality.html and ${folder}/quality.json`);
  return `${lines.join('\n')}\n`;
}

function figuresRow(name: string, figures: QualityReport['guards'][number]['groups'][number] | undefined): string[] {
  if (!figures) return [name];
  const { auprc, againstBenign, f1, calibrationError, unscored } = figures;
  return [
    name,
    withInterval(auprc),
    ...againstBenign.at.map(({ recall }) => withInterval(recall)),
    withInterval(f1),
    withInterval(calibrationError),
    String(unscored),
  ];
}
