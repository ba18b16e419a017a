import { lastWordFrom } from '../../streaming/last-word.js';
import { isHostUnit } from './hosts.js';

const TARGET_MAX = 1_000;
const HOST_MAX = 253;
/** What a target stands behind, or within. */
const TARGET = /\]\(|:\/\/|src\s?=/;

/** Where a host or the target of a link begins that may go on. */
export function liveLinkFrom(text: string): number {
  return Math.min(hostFrom(text), targetFrom(text));
}

/** A name that the letters of a script without spaces go on from; what has no mark of a name yet is taken for prose. */
function hostFrom(text: string): number {
  let start = text.length;
  let isMarked = false;
  while (start > 0 && text.length - start < HOST_MAX) {
    const unit = text.charCodeAt(start - 1);
    const isMark = unit === 0x2e || unit === 0x2d;
    if (!isMark && !isHostUnit(unit)) break;
    isMarked ||= isMark;
    start--;
  }
  return isMarked ? start : text.length;
}

function targetFrom(text: string): number {
  const start = lastWordFrom(text, TARGET_MAX);
  return TARGET.test(text.slice(Math.max(0, start - 8))) ? start : text.length;
}
