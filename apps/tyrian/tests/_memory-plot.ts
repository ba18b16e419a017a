export interface Sample {
  /** Since the beginning. */
  readonly seconds: number;
  readonly residentMb: number;
}

const [WIDTH, HEIGHT, LEFT, BELOW] = [640, 240, 48, 32] as const;

/** Resident memory over time as SVG. */
export function memoryPlot(samples: readonly Sample[]): string {
  const lastSecond = Math.max(1, ...samples.map(({ seconds }) => seconds));
  const most = Math.ceil(Math.max(1, ...samples.map(({ residentMb }) => residentMb)) / 100) * 100;
  const points = samples.map(({ seconds, residentMb }) => {
    const x = LEFT + (seconds / lastSecond) * (WIDTH - LEFT);
    return `${x.toFixed(1)},${(HEIGHT - (residentMb / most) * HEIGHT).toFixed(1)}`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 -16 ${WIDTH + 16} ${HEIGHT + BELOW + 16}" font-family="sans-serif" font-size="12">
<title>Resident memory of the server under mixed traffic</title>
<rect x="0" y="-16" width="${WIDTH + 16}" height="${HEIGHT + BELOW + 16}" fill="#fff"/>
<path d="M${LEFT} 0V${HEIGHT}H${WIDTH}" fill="none" stroke="#666"/>
<text x="${LEFT - 4}" y="4" text-anchor="end">${most} MiB</text><text x="${LEFT - 4}" y="${HEIGHT}" text-anchor="end">0</text>
<text x="${WIDTH}" y="${HEIGHT + 20}" text-anchor="end">${Math.round(lastSecond)} s</text>
<polyline points="${points.join(' ')}" fill="none" stroke="#5b2a9d" stroke-width="2"/>
</svg>
`;
}
