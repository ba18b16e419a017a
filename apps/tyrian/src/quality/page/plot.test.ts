import { describe, expect, it } from 'vitest';
import { plotSvg } from './plot.js';

const plot = { id: 'p', title: 'T', description: 'D', x: 'across', y: 'up' };

describe('a plot', () => {
  it('puts 0 to the lower left and 1 to the upper right', () => {
    const svg = plotSvg({
      ...plot,
      series: [
        {
          name: 'one',
          points: [
            [0, 0],
            [0.5, 0.25],
            [1, 1],
          ],
        },
      ],
    });
    expect(svg).toContain('d="M52 330L212 250L372 10"');
  });

  it('draws steps at the height of the point that they lead to', () => {
    const points = [
      [0.25, 1],
      [1, 0.5],
    ] as const;
    const svg = plotSvg({ ...plot, series: [{ name: 'one', steps: true, points }] });
    expect(svg).toContain('d="M52 10V10H132V170H372"');
  });

  it('marks points where there are few, and bears none', () => {
    const svg = plotSvg({
      ...plot,
      series: [
        { name: 'one', marks: true, points: [[1, 0]] },
        { name: 'none', points: [] },
      ],
    });
    expect(svg.match(/<circle cx="372" cy="330" r="3"\/>/g)).toHaveLength(1);
    expect(svg).toContain('<path d="" ');
  });

  it('tells twenty lines apart, and writes names as text', () => {
    const series = Array.from({ length: 20 }, (_, n) => ({ name: `<${n}>`, points: [] }));
    const keys = plotSvg({ ...plot, series }).match(/class="key s\d".*?stroke-dasharray="[^"]*"/g) ?? [];
    expect(new Set(keys).size).toBe(20);
    expect(plotSvg({ ...plot, series })).toContain('&lt;7&gt;');
  });
});
