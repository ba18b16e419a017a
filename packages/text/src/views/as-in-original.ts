import type { View } from '@tyrian/contracts';

/**
 * Whether a view has taken what stands in `[start, end)`, and `around` characters on either side of it, from the
 * original unit for unit, so that it shows nothing there that the original does not.
 */
export function isAsInOriginal({ text, map }: View, original: string, start: number, end: number, around = 1): boolean {
  if (map === undefined) return false;
  const shift = (map[start] ?? 0) - start;
  const first = Math.max(0, start - around);
  const last = Math.min(text.length, end + around);
  // Where the view ends, the original must end too.
  if (start - around < first && first + shift > 0) return false;
  if (end + around > last && last + shift < original.length) return false;
  for (let at = first; at < last; at++) {
    if (map[at] !== at + shift || text.charCodeAt(at) !== original.charCodeAt(at + shift)) return false;
  }
  return true;
}
