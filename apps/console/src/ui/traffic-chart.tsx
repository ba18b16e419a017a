import { useEffect, useRef } from 'react';
import uPlot from 'uplot';
import { DECISIONS, type Decision, wordOf } from './decision';
import { TableFrame } from './table-frame';

export interface TrafficPoint {
  readonly at: number;
  readonly decision: string;
  readonly verdicts: number;
}

/** Verdicts a period, by decision, one line each; the same figures stand in a table for who cannot see it. */
export function TrafficChart({
  points,
  since,
  until,
  periodMs,
}: {
  points: readonly TrafficPoint[];
  since: number;
  until: number;
  periodMs: number;
}) {
  const ref = useRef<HTMLDivElement>(null);
  const rows = rowsOf(points, { since, until, periodMs });
  const data = JSON.stringify(rows);
  useEffect(() => {
    const holder = ref.current;
    if (!holder) return;
    const parsed = JSON.parse(data) as Row[];
    const draw = () => {
      holder.replaceChildren();
      return new uPlot(optionsOf(holder), columnsOf(parsed), holder);
    };
    let plot = draw();
    const resized = new ResizeObserver(() => plot.setSize({ width: holder.clientWidth, height: 220 }));
    resized.observe(holder);
    const theme = new MutationObserver(() => {
      plot.destroy();
      plot = draw();
    });
    theme.observe(document.documentElement, { attributeFilter: ['data-theme'] });
    return () => {
      resized.disconnect();
      theme.disconnect();
      plot.destroy();
    };
  }, [data]);
  return (
    <figure>
      <figcaption className="legend">
        {DECISIONS.map((decision) => (
          <span key={decision}>
            <i className={`swatch-${decision}`} />
            {wordOf(decision)}
          </span>
        ))}
      </figcaption>
      <div className="chart" ref={ref} aria-hidden="true" />
      <details className="small">
        <summary>As a table</summary>
        <TableFrame label="Verdicts by period">
          <table>
            <thead>
              <tr>
                <th>From</th>
                {DECISIONS.map((decision) => (
                  <th key={decision} className="number">
                    {wordOf(decision)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {[...rows]
                .reverse()
                .filter(({ counts }) => DECISIONS.some((one) => counts[one] > 0))
                .map(({ at, counts }) => (
                  <tr key={at}>
                    <td>{new Date(at).toLocaleString()}</td>
                    {DECISIONS.map((decision) => (
                      <td key={decision} className="number">
                        {counts[decision]}
                      </td>
                    ))}
                  </tr>
                ))}
            </tbody>
          </table>
        </TableFrame>
      </details>
    </figure>
  );
}

interface Row {
  readonly at: number;
  readonly counts: Record<Decision, number>;
}

const none = (): Record<Decision, number> => ({ allow: 0, repair: 0, hold: 0, refuse: 0 });

/** A row for each period: one in which nothing came is none, not a gap to draw a line across. */
function rowsOf(
  points: readonly TrafficPoint[],
  { since, until, periodMs }: { since: number; until: number; periodMs: number },
): Row[] {
  const rows = new Map<number, Record<Decision, number>>();
  for (let at = since - (since % periodMs); at <= until; at += periodMs) rows.set(at, none());
  for (const { at, decision, verdicts } of points) {
    const start = at - (at % periodMs);
    const row = rows.get(start) ?? none();
    row[decision as Decision] += verdicts;
    rows.set(start, row);
  }
  return [...rows].sort(([one], [other]) => one - other).map(([at, counts]) => ({ at, counts }));
}

function columnsOf(rows: readonly Row[]): uPlot.AlignedData {
  return [rows.map(({ at }) => at / 1000), ...DECISIONS.map((decision) => rows.map(({ counts }) => counts[decision]))];
}

function optionsOf(holder: HTMLElement): uPlot.Options {
  const style = getComputedStyle(holder);
  const colour = (name: string) => resolved(holder, `var(--${name})`);
  const axis = { stroke: colour('soft'), grid: { stroke: colour('line'), width: 1 }, ticks: { show: false } };
  return {
    width: holder.clientWidth,
    height: 220,
    legend: { show: false },
    cursor: { y: false },
    scales: { y: { range: (_plot, _low, high) => [0, Math.max(4, high * 1.1)] } },
    axes: [
      { ...axis, font: `12px ${style.fontFamily}` },
      { ...axis, font: `12px ${style.fontFamily}`, size: 44 },
    ],
    series: [
      {},
      ...DECISIONS.map((decision) => ({
        label: wordOf(decision),
        stroke: colour(decision),
        width: 2,
        points: { show: false },
      })),
    ],
  };
}

/** A colour of the theme as the canvas takes it. */
function resolved(holder: HTMLElement, value: string): string {
  const probe = document.createElement('span');
  probe.style.color = value;
  holder.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}
