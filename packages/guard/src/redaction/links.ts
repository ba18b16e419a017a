import type { Edit } from './edit.js';

/** Nothing is in a tag or a link any longer than this without its end. */
const MAX_OPEN = 50_000;

/** Of `(mailto:`, and one more. */
const MAX_SCHEME = 9;

/** What is open while a text is read. */
interface Reach {
  /** In an address, up to its first blank. */
  inAddress: boolean;
  /** In the target of a Markdown link: open brackets, 0 outside. */
  depth: number;
  /** In a tag of HTML, or an address between `<` and `>`. */
  inTag: boolean;
  since: number;
}

/**
 * Which of the placeholders stand in something that leads elsewhere: an address, the target of a link, a tag. A
 * placeholder with a blank in it does not end an address, since it would not once it is restored. `mailto:` and `tel:`
 * right before it lead to the value itself.
 */
export function linksIn(text: string, placeholders: readonly Pick<Edit, 'start' | 'end'>[]): Set<number> {
  const linked = new Set<number>();
  const reach: Reach = { inAddress: false, depth: 0, inTag: false, since: 0 };
  let at = 0;
  placeholders.forEach(({ start, end }, index) => {
    for (; at < start; at++) readUnit(reach, text, at);
    const isOpen = reach.inAddress || reach.depth > 0 || reach.inTag;
    if (isOpen && !isOwnTarget(reach, text, start)) linked.add(index);
    at = end;
  });
  return linked;
}

function readUnit(reach: Reach, text: string, at: number): void {
  const unit = text.charAt(at);
  const before = text.charAt(at - 1);
  if ((reach.depth > 0 || reach.inTag) && at - reach.since > MAX_OPEN) {
    reach.depth = 0;
    reach.inTag = false;
  }
  if (isBlank(unit)) {
    reach.inAddress = false;
    if (isBreak(unit) && isBreak(before)) reach.depth = 0;
  } else if (unit === '<') {
    reach.inAddress = false;
    if (/[A-Za-z/]/.test(text.charAt(at + 1)) || before === '(') open(reach, at, 'inTag');
  } else if (unit === '>') {
    reach.inAddress = false;
    reach.inTag = false;
  } else if (unit === '(') {
    if (reach.depth > 0) reach.depth++;
    else if (before === ']') open(reach, at, 'depth');
  } else if (unit === ')' && reach.depth > 0) {
    reach.depth--;
    if (reach.depth === 0) reach.inAddress = false;
  } else if (isSlash(unit) && (isSlash(before) || before === ':')) {
    reach.inAddress = true;
  }
}

function open(reach: Reach, at: number, what: 'depth' | 'inTag'): void {
  reach.since = at;
  if (what === 'depth') reach.depth = 1;
  else reach.inTag = true;
}

/** Whether the target begins here, with nothing in it but what the value is. */
function isOwnTarget({ inAddress, depth, inTag, since }: Reach, text: string, start: number): boolean {
  if (inAddress || (inTag && depth > 0)) return false;
  return /^[(<](?:mailto|tel):$/i.test(text.slice(since, Math.min(start, since + MAX_SCHEME)));
}

function isBlank(unit: string): boolean {
  return unit === ' ' || unit === '\t' || isBreak(unit);
}

function isBreak(unit: string): boolean {
  return unit === '\n' || unit === '\r';
}

function isSlash(unit: string): boolean {
  return unit === '/' || unit === '\\';
}
