import { escaped } from './escaped.js';

/** A table as text; the first cell of a row names it. */
export interface TextTable {
  readonly caption: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export function htmlTable({ caption, head, rows }: TextTable): string {
  // A cell over the names of the rows heads nothing.
  const titles = head.map((cell) => (cell === '' ? '<td></td>' : `<th scope="col">${escaped(cell)}</th>`)).join('');
  const body = rows.map(([first = '', ...cells]) => {
    const data = cells.map((cell) => `<td>${escaped(cell)}</td>`).join('');
    return `<tr><th scope="row">${escaped(first)}</th>${data}</tr>`;
  });
  // Who moves by keyboard must be able to scroll what is wider than the page.
  return `<div class="wide" role="region" aria-label="${escaped(caption)}" tabindex="0"><table>\n<caption>${escaped(caption)}</caption>\n<thead><tr>${titles}</tr></thead>\n<tbody>\n${body.join('\n')}\n</tbody>\n</table></div>`;
}
