import { htmlDocument } from '../../html/document.js';
import { escaped } from '../../html/escaped.js';
import { htmlTable } from '../../html/table.js';
import type { QualityReport } from '../report.js';
import { plots } from './plots.js';
import { QUALITY_STYLE } from './style.js';
import { agreementTables, groupTables } from './tables.js';

/** The report as one HTML file: plots as SVG, each with a table beside it; no script, nothing that is fetched. */
export function toPage(report: QualityReport): string {
  const { rows, guards, provenance } = report;
  return htmlDocument({
    title: 'How well the guards tell harmful from harmless',
    lead: `${guards.length} guards on ${rows.harmful} harmful and ${rows.harmless} harmless rows.`,
    language: 'en',
    style: QUALITY_STYLE,
    body: [
      warnings(report),
      howToRead(report),
      plots(report),
      groupTables(report),
      agreementTables(report),
      basis(report),
    ]
      .filter((part) => part !== '')
      .join('\n'),
    footer: `Made ${provenance.made} by Tyrian ${provenance.version}. It holds no text of the rows.`,
  });
}

/** What a reader must know before any figure. */
function warnings({ trainedRows, benign, provenance, rows }: QualityReport): string {
  const notes: string[] = [];
  if (trainedRows > 0)
    notes.push(
      `${trainedRows} of ${rows.harmful + rows.harmless} rows were trained on. Figures of a model that has seen them say nothing about what it does with others.`,
    );
  if (benign.from === 'label')
    notes.push(
      'No row is of kind "benign", so that every harmless row sets the cuts. Hard harmless rows make recall look low.',
    );
  if (benign.rows < 100)
    notes.push(`Only ${benign.rows} harmless rows set the cuts: at 1 % not one of them may be flagged.`);
  const faults = provenance.files.reduce((sum, file) => sum + file.faults.count, 0);
  if (faults > 0) notes.push(`${faults} lines could not be used and are in none of the figures.`);
  return notes.map((note) => `<p class="note" role="note">${escaped(note)}</p>`).join('\n');
}

function howToRead({ benign, draws }: QualityReport): string {
  const from = benign.from === 'kind' ? 'rows of kind "benign"' : 'rows labelled harmless';
  return `<p>Recall is given where at most 1 % or 2 % of the ${benign.rows} ${from} are flagged; the same cut is used for every group. Intervals hold 95 % of ${draws.rounds} draws of the rows with replacement (shares: Wilson). Groups of few rows have wide intervals: compare intervals, not figures. A dash stands where a class has no row. A group's table leaves out guards that flag none of its rows; the JSON has them.</p>`;
}

/** What the figures depend on. */
function basis({ provenance, guards }: QualityReport): string {
  const { files, policy, audience, lexicons, manifests, limit, version } = provenance;
  const rows = [
    ['program', version],
    ['policy', `${policy.id} ${policy.version}, sha256 ${policy.hash}`],
    ['audience', audience],
    ...guards.map(({ id, version: of }) => [`guard ${id}`, of]),
    ...Object.entries(lexicons).map(([name, hash]) => [`word list ${name}`, `sha256 ${hash}`]),
    ...manifests.map(({ file, version: of, sha256, rows: trained }) => [
      `training manifest ${file}`,
      `model ${of}, ${trained} texts, sha256 ${sha256}`,
    ]),
    ...(limit === null ? [] : [['limit', `the first ${limit} labelled rows of each file`]]),
  ];
  return [
    '<h2>What was measured, and with what</h2>',
    htmlTable({
      caption: 'Files',
      head: ['file', 'lines', 'labelled', 'without label', 'unusable', 'trained on', 'sha256'],
      rows: files.map(({ file, lines, labelled, unlabelled, faults, trained, sha256 }) => [
        file,
        ...[lines, labelled, unlabelled, faults.count, trained.count].map(String),
        sha256,
      ]),
    }),
    htmlTable({ caption: 'Versions and hashes', head: ['what', 'which'], rows }),
  ].join('\n');
}
