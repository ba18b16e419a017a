import type { ReactNode } from 'react';

/** Room for a table that may be wider than the page; the keyboard can scroll it, also where nothing in it can be pressed. */
export function TableFrame({ label, children }: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached without a pointer.
    <section className="table-wrap" aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}
