import { escaped } from '../../html/escaped.js';
import type { PageTexts } from '../texts/en.js';
import { PAGE_LANGUAGES, type PageLanguage } from '../texts/texts.js';

export const PATHS = {
  notice: '/notice',
  status: '/notice/status',
  appeal: '/appeal',
  policy: '/usage-policy',
} as const;
export const STYLE_PATH = '/notice/style.css';
export const SCRIPT_PATH = '/notice/fingerprints.js';

/** Whose pages they are, and in which language they are asked for. */
export interface Surroundings {
  readonly language: PageLanguage;
  readonly texts: PageTexts;
  readonly service: string;
  readonly contact: string | undefined;
  readonly appealDays: number;
}

/** `body` is HTML of ours, the rest is text. */
export interface PublicPage {
  readonly path: (typeof PATHS)[keyof typeof PATHS];
  readonly title: string;
  readonly lead: string;
  readonly body: string;
  readonly footer?: string;
  /** The language of what is not in the language of the page. */
  readonly contentLanguage?: string;
  readonly hasScript?: boolean;
  /** Something was wrong with what was sent: the title says so first. */
  readonly fault?: string;
}

/** A page that works without JavaScript, and takes nothing from elsewhere. */
export function publicPage(around: Surroundings, page: PublicPage): string {
  const { language, texts } = around;
  const title = filled(page.title, around);
  const contentLanguage = page.contentLanguage === undefined ? '' : ` lang="${escaped(page.contentLanguage)}"`;
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escaped(page.fault === undefined ? title : `${page.fault}: ${title}`)}</title>
<link rel="stylesheet" href="${STYLE_PATH}">${page.hasScript ? `\n<script src="${SCRIPT_PATH}" defer></script>` : ''}
</head>
<body>
<a class="skip" href="#content">${escaped(texts.skip)}</a>
<header>${menu(around, page.path)}</header>
<main id="content"${contentLanguage}>
<h1>${escaped(title)}</h1>
<p class="lead">${escaped(filled(page.lead, around))}</p>
${page.body}
</main>
<footer>
${languages(around, page.path)}
${contact(around)}${[page.footer, texts.notReviewed].map((text) => (text ? `<p>${escaped(text)}</p>` : '')).join('')}
</footer>
</body>
</html>
`;
}

/** A text with what is said of this service in it. */
function filled(text: string, { service, appealDays }: Surroundings): string {
  return text.replace('SERVICE', () => service).replace('DAYS', () => String(appealDays));
}

/** A time in milliseconds since 1970, for people, in UTC. */
export function shownTime(ms: number, { language }: Surroundings): string {
  const shown = new Date(ms).toLocaleString(language, { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' });
  return `<time datetime="${new Date(ms).toISOString()}">${escaped(shown)} UTC</time>`;
}

function menu({ texts, language }: Surroundings, current: string): string {
  const items = (Object.keys(PATHS) as (keyof typeof PATHS)[]).map((name) =>
    item(`${PATHS[name]}?lang=${language}`, texts.nav[name], PATHS[name] === current),
  );
  return `<nav aria-label="${escaped(texts.menu)}"><ul>${items.join('')}</ul></nav>`;
}

function languages({ texts, language }: Surroundings, path: string): string {
  const items = Object.entries(PAGE_LANGUAGES).map(([code, name]) =>
    item(`${path}?lang=${code}`, name, code === language, ` lang="${code}" hreflang="${code}"`),
  );
  return `<nav aria-label="${escaped(texts.languages)}"><ul>${items.join('')}</ul></nav>`;
}

function item(href: string, name: string, isCurrent: boolean, more = ''): string {
  return `<li><a href="${escaped(href)}"${more}${isCurrent ? ' aria-current="page"' : ''}>${escaped(name)}</a></li>`;
}

function contact({ texts, contact: where }: Surroundings): string {
  if (where === undefined) return '';
  const href = where.startsWith('https://') ? where : `mailto:${where}`;
  return `<p>${escaped(texts.contact)} <a href="${escaped(href)}">${escaped(where)}</a></p>`;
}
