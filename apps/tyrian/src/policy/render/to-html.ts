import { htmlDocument } from '../../html/document.js';
import { escaped } from '../../html/escaped.js';
import { htmlTable } from '../../html/table.js';
import type { Block, Page } from './block.js';

/** One file with everything in it: no script, no font, nothing that is fetched. */
export function toHtml({ title, lead, blocks, footer }: Page, language: string): string {
  return htmlDocument({ title, lead, body: blocks.map(written).join('\n'), footer, language });
}

/** A piece of a page as HTML. */
export function written(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `<h2>${escaped(block.text)}</h2>`;
    case 'text':
      return `<p>${escaped(block.text)}</p>`;
    case 'note':
      return `<p class="note" role="note">${escaped(block.text)}</p>`;
    case 'list':
      return `<ul>\n${block.items.map((item) => `<li>${escaped(item)}</li>`).join('\n')}\n</ul>`;
    case 'table':
      return htmlTable(block);
  }
}
