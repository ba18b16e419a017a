import type { Block, Page } from './block.js';

const STYLE = `
:root { color-scheme: light dark; --ink: #1d1b26; --paper: #fff; --soft: #f4f1fa; --line: #d9d2ea; --accent: #5b2a9d; }
@media (prefers-color-scheme: dark) { :root { --ink: #ece9f5; --paper: #16131f; --soft: #221d30; --line: #423a5a; --accent: #c4a6f5; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.0625rem/1.6 system-ui, sans-serif; }
main, footer { max-width: 46rem; margin: 0 auto; padding: 1.5rem; }
h1 { font-size: 2rem; line-height: 1.2; margin: 1.5rem 0 .5rem; }
h2 { font-size: 1.3rem; margin: 2.5rem 0 .5rem; border-top: 1px solid var(--line); padding-top: 1.5rem; }
.lead { font-size: 1.2rem; }
.note { background: var(--soft); border-inline-start: .3rem solid var(--accent); padding: .75rem 1rem; }
li { margin: .35rem 0; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: .95rem; }
caption { text-align: start; font-weight: 600; padding: .5rem 0; }
th, td { text-align: start; vertical-align: top; padding: .5rem .75rem; border-bottom: 1px solid var(--line); }
thead th { background: var(--soft); }
footer { color: inherit; opacity: .8; font-size: .9rem; border-top: 1px solid var(--line); }
.skip { position: absolute; left: -999rem; } .skip:focus { left: 1rem; top: 1rem; background: var(--paper); padding: .5rem; }
@media print { .skip { display: none; } body { font-size: 11pt; } }`;

/** One file with everything in it: no script, no font, nothing that is fetched. */
export function toHtml({ title, lead, blocks, footer }: Page, language: string): string {
  return `<!doctype html>
<html lang="${escaped(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(title)}</title>
<style>${STYLE}
</style>
</head>
<body>
<a class="skip" href="#content">Skip to the content</a>
<main id="content">
<h1>${escaped(title)}</h1>
<p class="lead">${escaped(lead)}</p>
${blocks.map(written).join('\n')}
</main>
<footer><p>${escaped(footer)}</p></footer>
</body>
</html>
`;
}

function written(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `<h2>${escaped(block.text)}</h2>`;
    case 'text':
      return `<p>${escaped(block.text)}</p>`;
    case 'note':
      return `<p class="note" role="note">${escaped(block.text)}</p>`;
    case 'list':
      return `<ul>\n${block.items.map((item) => `<li>${escaped(item)}</li>`).join('\n')}\n</ul>`;
    case 'table': {
      const head = block.head.map((cell) => `<th scope="col">${escaped(cell)}</th>`).join('');
      const rows = block.rows.map(([first = '', ...cells]) => {
        const data = cells.map((cell) => `<td>${escaped(cell)}</td>`).join('');
        return `<tr><th scope="row">${escaped(first)}</th>${data}</tr>`;
      });
      // Who moves by keyboard must be able to scroll what is wider than the page.
      return `<div class="wide" role="region" aria-label="${escaped(block.caption)}" tabindex="0"><table>\n<caption>${escaped(block.caption)}</caption>\n<thead><tr>${head}</tr></thead>\n<tbody>\n${rows.join('\n')}\n</tbody>\n</table></div>`;
    }
  }
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}
