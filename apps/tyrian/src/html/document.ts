import { escaped } from './escaped.js';

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

/** A page; `body` and `style` are HTML and CSS of ours, the rest is text. */
export interface Document {
  readonly title: string;
  readonly lead: string;
  readonly body: string;
  readonly footer: string;
  /** As in BCP 47. */
  readonly language: string;
  readonly style?: string;
}

/** One file with everything in it: no script, no font, nothing that is fetched. */
export function htmlDocument({ title, lead, body, footer, language, style = '' }: Document): string {
  return `<!doctype html>
<html lang="${escaped(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(title)}</title>
<style>${STYLE}${style}
</style>
</head>
<body>
<a class="skip" href="#content">Skip to the content</a>
<main id="content">
<h1>${escaped(title)}</h1>
<p class="lead">${escaped(lead)}</p>
${body}
</main>
<footer><p>${escaped(footer)}</p></footer>
</body>
</html>
`;
}
