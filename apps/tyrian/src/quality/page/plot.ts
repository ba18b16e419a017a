import { escaped } from '../../html/escaped.js';
import type { Point } from '../figures/curves.js';

/** One line of a plot. */
export interface Series {
  readonly name: string;
  readonly points: readonly Point[];
  /** Each point gets a mark: where points are few and the line between them is only a help to the eye. */
  readonly marks?: boolean;
  /** What holds at a point holds from the point before: drawn as steps. */
  readonly steps?: boolean;
}

/** A plot of the unit square. */
export interface Plot {
  /** Unique on the page; letters and dashes. */
  readonly id: string;
  readonly title: string;
  /** What a reader who does not see it should know. */
  readonly description: string;
  readonly x: string;
  readonly y: string;
  readonly series: readonly Series[];
  /** A thin line from the lower left to the upper right: chance, or full calibration. */
  readonly diagonal?: boolean;
}

const SIZE = 320;
const LEFT = 52;
const TOP = 10;
const TICKS = [0, 0.25, 0.5, 0.75, 1];

/** Told apart by dashes as well as by colour, for print and for those who do not see colours. */
const DASHES = ['', '7 3', '2 3', '9 3 2 3', '1 4', '12 4', '5 2 1 2 1 2'];
const COLOURS = 7;

/** SVG with its own title and description, in colours of the page. */
export function plotSvg({ id, title, description, x, y, series, diagonal }: Plot): string {
  const lines = series.map(({ points, marks, steps }, index) => {
    const path = steps ? stepped(points) : `M${points.map(placeOf).join('L')}`;
    const dots = marks ? points.map(dot).join('') : '';
    return `<g class="s${index % COLOURS}"><path d="${points.length === 0 ? '' : path}" stroke-dasharray="${dashOf(index)}"/>${dots}</g>`;
  });
  const chance = diagonal
    ? `<path class="grid" d="M${placeOf([0, 0])}L${placeOf([1, 1])}" stroke-dasharray="3 3"/>`
    : '';
  return `<svg viewBox="0 0 ${LEFT + SIZE + 16} ${TOP + SIZE + 44}" role="img" aria-labelledby="${id}-title ${id}-text">
<title id="${id}-title">${escaped(title)}</title>
<desc id="${id}-text">${escaped(description)}</desc>
${axes(x, y)}${chance}${lines.join('\n')}
</svg>
${legend(series)}`;
}

function stepped(points: readonly Point[]): string {
  const [first = [0, 0]] = points;
  const steps = points.map(coordinate).map(([across, down]) => `V${down}H${across}`);
  return `M${placeOf([0, first[1]])}${steps.join('')}`;
}

function axes(x: string, y: string): string {
  const ticks = TICKS.map((tick) => {
    const [across, down] = [coordinate([tick, 0]), coordinate([0, tick])];
    return `<path class="grid" d="M${placeOf([tick, 0])}V${TOP}M${placeOf([0, tick])}H${LEFT + SIZE}"/><text x="${across[0]}" y="${TOP + SIZE + 16}" text-anchor="middle">${tick}</text><text x="${LEFT - 6}" y="${down[1] + 4}" text-anchor="end">${tick}</text>`;
  });
  const middle = TOP + SIZE / 2;
  return `${ticks.join('')}<text x="${LEFT + SIZE / 2}" y="${TOP + SIZE + 36}" text-anchor="middle">${escaped(x)}</text><text transform="translate(12 ${middle}) rotate(-90)" text-anchor="middle">${escaped(y)}</text>`;
}

/** Which line is whose; it stands outside the picture so that long names wrap. */
function legend(series: readonly Series[]): string {
  const keys = series.map(
    ({ name }, index) =>
      `<li><svg class="key s${index % COLOURS}" viewBox="0 0 32 8" aria-hidden="true"><path d="M0 4H32" stroke-dasharray="${dashOf(index)}"/></svg> ${escaped(name)}</li>`,
  );
  return `<ul class="legend">${keys.join('')}</ul>`;
}

/** After as many lines as there are colours, the same colour comes with another dash. */
function dashOf(index: number): string {
  return DASHES[(index + Math.floor(index / COLOURS)) % DASHES.length] ?? '';
}

function dot(point: Point): string {
  const [across, down] = coordinate(point);
  return `<circle cx="${across}" cy="${down}" r="3"/>`;
}

function placeOf(point: Point): string {
  return coordinate(point).join(' ');
}

/** In units of the picture, to a tenth. */
function coordinate([x, y]: Point): [number, number] {
  const round = (value: number) => Math.round(value * 10) / 10;
  return [round(LEFT + x * SIZE), round(TOP + (1 - y) * SIZE)];
}
