import type { Span } from '@tyrian/contracts';

/** How far a region is followed whose end does not come. */
const REGION_MAX = 4_000;
const HIDING_STYLE =
  /display\s{0,3}:\s{0,3}none|visibility\s{0,3}:\s{0,3}hidden|font-size\s{0,3}:\s{0,3}[01](?:px|pt|em|rem|%)?\s{0,3}[;"']|opacity\s{0,3}:\s{0,3}0(?:\.0\d?)?\s{0,3}[;"']|color\s{0,3}:\s{0,3}(?:white|#fff(?:fff)?|transparent)|(?:left|top|text-indent)\s{0,3}:\s{0,3}-\d{3,5}px|\bhidden\b|aria-hidden/i;
const TAG_MAX = 400;
const SPOKEN = /\s(?:alt|title|aria-label|content|value|data-[a-z-]{1,20})\s?=\s?["']/gi;

/**
 * Where a page holds text that a reader does not see and a model does: comments, elements that a style hides, and what
 * stands in attributes.
 */
export function hiddenRegions(text: string): Span[] {
  const regions: Span[] = [];
  for (let at = text.indexOf('<'); at !== -1; at = text.indexOf('<', at)) {
    const region = text.startsWith('<!--', at) ? commentAt(text, at) : tagAt(text, at, regions);
    if (region !== undefined) regions.push(region);
    at = region === undefined ? at + 1 : Math.max(region[1], at + 1);
  }
  return regions;
}

function commentAt(text: string, at: number): Span {
  const end = text.slice(at, at + REGION_MAX).indexOf('-->');
  return [at, end === -1 ? Math.min(text.length, at + REGION_MAX) : at + end + 3];
}

/** What a hidden element holds; what its attributes say is put in at once. */
function tagAt(text: string, at: number, regions: Span[]): Span | undefined {
  const name = /^<([a-z][a-z0-9]{0,11})[\s>]/i.exec(text.slice(at, at + 14))?.[1];
  if (name === undefined) return undefined;
  const close = text.slice(at, at + TAG_MAX).indexOf('>');
  if (close === -1) return undefined;
  const tag = text.slice(at, at + close + 1);
  if (HIDING_STYLE.test(tag)) {
    const start = at + close + 1;
    const end = text.slice(start, start + REGION_MAX).indexOf(`</${name}`);
    return [start, end === -1 ? Math.min(text.length, start + REGION_MAX) : start + end];
  }
  if (tag.includes('=')) for (const { index } of tag.matchAll(SPOKEN)) regions.push([at + index, at + close + 1]);
  return undefined;
}
