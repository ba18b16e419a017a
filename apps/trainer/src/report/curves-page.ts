import { rocCurve } from '@tyrian/guard';
import type { Scored } from '../measure/scored.js';
import type { ClassifierManifest } from '../model/classifier-manifest.js';
import type { TrainingRow } from '../rows/training-row.js';

interface Line {
  readonly name: string;
  /** Both from 0 to 1. */
  readonly points: readonly (readonly [number, number])[];
}

const COLOURS = [
  '#7b1fa2',
  '#00796b',
  '#c62828',
  '#1565c0',
  '#ef6c00',
  '#2e7d32',
  '#6d4c41',
  '#455a64',
  '#ad1457',
  '#000',
];
const SIZE = 420;
const FALSE_POSITIVES_SHOWN = 0.1;

/** One page with nothing to fetch: ROC curves of the detecting heads, and how the solver closed in on each optimum. */
export function curvesPage(scored: Scored, rows: readonly TrainingRow[], { heads }: ClassifierManifest): string {
  const rocs = ['request', 'content', 'jailbreak'].flatMap((head): Line[] => {
    const scores = scored.probabilities.get(head);
    return scores
      ? [{ name: head, points: roc(scores, rows, head === 'content' ? ['content'] : ['request', 'jailbreak']) }]
      : [];
  });
  const gaps = heads.map(({ name, trace }): Line => {
    const last = trace.at(-1)?.passes ?? 1;
    // 1 is a gap of 1, 0 one of a millionth.
    return { name, points: trace.map(({ passes, gap }) => [passes / last, Math.max(0, 1 + Math.log10(gap) / 6)]) };
  });
  const sections = [
    chart(
      'ROC against the harmless rows of the head',
      'flagged of the harmless, 0 to 10 %',
      'flagged of the harmful',
      rocs,
    ),
    chart('Gap to the optimum', 'passes over the rows, each to its last', 'gap, 1e-6 to 1, logarithmic', gaps),
  ];
  return `<!doctype html>\n<html lang="en"><meta charset="utf-8"><title>Embedded classifier: curves</title>
<style>body{font:15px/1.4 system-ui,sans-serif;margin:2rem}svg{overflow:visible;margin:1rem 4rem}</style>
<h1>Embedded classifier: curves</h1>\n${sections.join('\n')}\n</html>\n`;
}

/** Up to a tenth of the harmless rows, in at most 200 points. */
function roc(scores: Float64Array, rows: readonly TrainingRow[], kinds: readonly string[]): [number, number][] {
  const isHarmless = (row: TrainingRow | undefined) =>
    row?.label === 0 && (kinds.includes('content') ? row.kind === 'content' : row.kind === 'benign');
  const chosen = [...rows.keys()].filter((at) => {
    const row = rows[at];
    return isHarmless(row) || (row?.label === 1 && kinds.includes(row.kind));
  });
  const labels = Uint8Array.from(chosen, (at) => rows[at]?.label ?? 0);
  const curve = rocCurve(
    Float64Array.from(chosen, (at) => scores[at] ?? 0),
    labels,
  );
  const shown = curve.falsePositiveRate.findLastIndex((rate) => rate <= FALSE_POSITIVES_SHOWN);
  const step = Math.max(1, Math.floor(shown / 200));
  const points: [number, number][] = [];
  for (let at = 0; at <= shown; at += step)
    points.push([(curve.falsePositiveRate[at] ?? 0) / FALSE_POSITIVES_SHOWN, curve.truePositiveRate[at] ?? 0]);
  return points;
}

function chart(title: string, across: string, up: string, lines: readonly Line[]): string {
  const drawn = lines.map(({ points }, index) => {
    const path = points.map(([x, y]) => `${(x * SIZE).toFixed(1)},${((1 - y) * SIZE).toFixed(1)}`).join(' ');
    return `<polyline fill="none" stroke="${COLOURS[index % COLOURS.length]}" stroke-width="2" points="${path}"/>`;
  });
  const names = lines.map(
    ({ name }, index) =>
      `<text x="${SIZE + 12}" y="${16 + index * 18}" fill="${COLOURS[index % COLOURS.length]}">${name}</text>`,
  );
  return `<h2>${title}</h2>\n<svg role="img" aria-label="${title}" width="${SIZE + 120}" height="${SIZE + 40}">
<rect width="${SIZE}" height="${SIZE}" fill="none" stroke="#999"/>
${[...drawn, ...names].join('\n')}
<text x="0" y="${SIZE + 22}">${across}</text><text transform="rotate(-90)" x="${-SIZE}" y="-10">${up}</text></svg>`;
}
