import { MappedTextBuilder } from './mapped-text.js';
import type { ViewMaker } from './view-maker.js';

/** All of the tag block U+E0000 to U+E007F shares this high surrogate; the low ones are U+DC00 to U+DC7F. */
const HIGH = 0xdb40;
const LOW_FIRST = 0xdc00;
const LOW_LAST = 0xdc7f;
const BLACK_FLAG = '\u{1F3F4}';

/** A run of tag characters; `inFlag` when it spells a flag behind U+1F3F4 (UTS 51, emoji tag sequences). */
export interface TagRun {
  readonly start: number;
  readonly end: number;
  readonly inFlag: boolean;
}

/** A region and its subdivision, as in `gbsct`, and the cancel tag behind them. */
const FLAG = /^[a-z]{2}[a-z0-9]{1,4}$/;
const CANCEL = 0x7f;
/** More flags of regions than any honest text has: what is spelled in them is read. */
const FLAGS_MAX = 8;

/** The runs of tag characters in a text, in order. */
export function findTagRuns(text: string): TagRun[] {
  const runs: TagRun[] = [];
  let flags = 0;
  let at = text.indexOf('\udb40');
  while (at !== -1) {
    let end = at;
    while (isTagAt(text, end)) end += 2;
    if (end > at) {
      const inFlag = at >= 2 && text.startsWith(BLACK_FLAG, at - 2) && isFlag(text, at, end) && ++flags <= FLAGS_MAX;
      runs.push({ start: at, end, inFlag });
    }
    at = text.indexOf('\udb40', Math.max(end, at + 1));
  }
  return runs;
}

function isFlag(text: string, start: number, end: number): boolean {
  // Six letters and digits at most, and the cancel tag.
  if (end - start > 14) return false;
  let spelled = '';
  for (let at = start; at < end; at += 2) spelled += String.fromCharCode(text.charCodeAt(at + 1) - LOW_FIRST);
  return spelled.charCodeAt(spelled.length - 1) === CANCEL && FLAG.test(spelled.slice(0, -1));
}

function isTagAt(text: string, at: number): boolean {
  if (text.charCodeAt(at) !== HIGH) return false;
  const low = text.charCodeAt(at + 1);
  return low >= LOW_FIRST && low <= LOW_LAST;
}

/** What is written in the tag block, as ASCII; flags left out, several runs apart by a space. */
export const tags: ViewMaker = {
  name: 'tags',
  make(text, look, _, limit) {
    if (look.plain) return undefined;
    const runs = findTagRuns(text).filter((run) => !run.inFlag);
    const builder = new MappedTextBuilder(64, limit);
    let written = false;
    for (const run of runs) {
      let inRun = false;
      for (let at = run.start; at < run.end; at += 2) {
        const ascii = text.charCodeAt(at + 1) - LOW_FIRST;
        if (ascii < 0x20 || ascii > 0x7e) continue;
        if (written && !inRun && !builder.add(' ', at, at)) return 'over';
        if (!builder.add(String.fromCharCode(ascii), at, at + 2)) return 'over';
        inRun = true;
        written = true;
      }
    }
    return written ? builder.finish(text.length) : undefined;
  },
};
