import type { ReactNode } from 'react';

export interface Marked {
  readonly kind: string;
  readonly spans: readonly (readonly [number, number])[];
}

/** A text with what was seen in it. Where findings overlap, each piece carries the weightiest kind of those on it. */
export function JudgedText({ text, marks, lit }: { text: string; marks: readonly Marked[]; lit?: number | undefined }) {
  return <div className="judged">{pieces(text, marks, lit)}</div>;
}

const WEIGHT = ['attribute', 'maturity', 'hazard'];

function pieces(text: string, marks: readonly Marked[], lit: number | undefined): ReactNode[] {
  const cuts = new Set([0, text.length]);
  for (const { spans } of marks) for (const [start, end] of spans) cuts.add(start).add(end);
  const places = [...cuts].sort((one, other) => one - other);
  return places.slice(0, -1).map((start, at) => {
    const end = places[at + 1] ?? text.length;
    const piece = text.slice(start, end);
    const on = marks.flatMap((mark, index) => (covers(mark, start, end) ? [{ ...mark, index }] : []));
    if (on.length === 0) return piece;
    const kind = [...on].sort((one, other) => WEIGHT.indexOf(other.kind) - WEIGHT.indexOf(one.kind))[0]?.kind;
    return (
      <mark key={start} data-kind={kind} data-lit={on.some(({ index }) => index === lit) || undefined}>
        {piece}
      </mark>
    );
  });
}

function covers({ spans }: Marked, start: number, end: number): boolean {
  return spans.some(([from, to]) => from <= start && end <= to);
}
