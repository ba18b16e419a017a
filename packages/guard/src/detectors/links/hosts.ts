/** A run that may be the name of a host. */
export interface HostPlace {
  readonly host: string;
  readonly start: number;
  readonly end: number;
}

const HOST_MAX = 253;
const WIDE_FIRST = 0x2e80;

/** Every run of letters, digits, hyphens and dots that has a dot between letters or digits. */
export function findHosts(text: string, on: (place: HostPlace) => void): void {
  for (let dot = text.indexOf('.'); dot !== -1; ) {
    let end = dot + 1;
    if (!isHostUnit(text.charCodeAt(end)) || !isHostUnit(text.charCodeAt(dot - 1))) {
      dot = text.indexOf('.', end);
      continue;
    }
    let start = dot;
    // In a script without spaces the sentence runs into the name.
    const isWide = text.charCodeAt(dot - 1) >= WIDE_FIRST;
    while (start > 0 && dot - start < HOST_MAX && isHostUnit(text.charCodeAt(start - 1))) {
      if (!isWide && text.charCodeAt(start - 1) >= WIDE_FIRST) break;
      start--;
    }
    while (end < text.length && (isHostUnit(text.charCodeAt(end)) || text.charCodeAt(end) === 46)) {
      if (!isWide && text.charCodeAt(end) >= WIDE_FIRST) break;
      end++;
    }
    const next = end;
    while (text.charCodeAt(end - 1) === 46) end--;
    if (end - start <= HOST_MAX) on({ host: text.slice(start, end), start, end });
    dot = text.indexOf('.', next);
  }
}

/** A letter of any script, a digit or a hyphen. */
export function isHostUnit(unit: number): boolean {
  const lower = unit | 32;
  if (unit < 0x80) return (lower >= 97 && lower <= 122) || (unit >= 48 && unit <= 57) || unit === 45;
  return unit >= 0xc0 && (unit < 0x2000 || unit > 0x206f) && (unit < 0x3000 || unit > 0x303f) && unit < 0xff00;
}
