import type { Span } from '@tyrian/contracts';

const LABEL_MAX = 200;
/** Longer targets are judged by their beginning. */
const TARGET_MAX = 1_000;

/** A link or an image as markdown or HTML writes it. */
export interface WrittenLink {
  readonly kind: 'link' | 'image';
  /** What a reader sees. */
  readonly label: string;
  readonly target: string;
  /** Where the target stands. */
  readonly span: Span;
}

/** Every `[label](target)`, `![label](target)` and `<img src="target">`, in one pass. */
export function findWrittenLinks(text: string, on: (link: WrittenLink) => void): void {
  for (let at = text.indexOf(']('); at !== -1; at = text.indexOf('](', at + 2)) {
    const start = text.charAt(at + 2) === '<' ? at + 3 : at + 2;
    let end = start;
    // Another link ends this one too, so that many that nobody closes take no more time.
    while (
      end < text.length &&
      end - start < TARGET_MAX &&
      !/[\s)>]/.test(text.charAt(end)) &&
      !text.startsWith('](', end)
    )
      end++;
    let open = at - 1;
    while (open >= 0 && at - open < LABEL_MAX && text.charAt(open) !== '[' && text.charAt(open) !== ']') open--;
    if (end === start || text.charAt(open) !== '[') continue;
    const kind = text.charAt(open - 1) === '!' ? 'image' : 'link';
    on({ kind, label: text.slice(open + 1, at), target: text.slice(start, end), span: [start, end] });
  }
  for (let at = text.indexOf('<img'); at !== -1; at = text.indexOf('<img', at + 4)) {
    const tag = /^<img[^<>]{0,200}?\bsrc\s?=\s?["']?([^\s"'<>]{1,1000})/.exec(text.slice(at, at + TARGET_MAX + 300));
    const target = tag?.[1];
    if (tag === null || target === undefined) continue;
    const start = at + tag[0].length - target.length;
    on({ kind: 'image', label: '', target, span: [start, start + target.length] });
  }
}
