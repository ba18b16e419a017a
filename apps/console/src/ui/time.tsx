const FULL = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });
const AGO = new Intl.RelativeTimeFormat(undefined, { numeric: 'auto' });
const STEPS = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

/** A moment, in the reader's own time; how long ago where that says more. */
export function Time({ at, ago = false }: { at: number; ago?: boolean }) {
  const full = FULL.format(at);
  return (
    <time dateTime={new Date(at).toISOString()} title={full}>
      {ago ? distance(at) : full}
    </time>
  );
}

function distance(at: number, now = Date.now()): string {
  for (const [unit, ms] of STEPS) if (Math.abs(at - now) >= ms) return AGO.format(Math.round((at - now) / ms), unit);
  return AGO.format(0, 'minute');
}
